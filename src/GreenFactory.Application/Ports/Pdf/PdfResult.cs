namespace GreenFactory.Application.Ports.Pdf;

/// <summary>The outcome of a print: <see cref="Printed"/> or <see cref="Failed"/>.</summary>
public abstract record PdfResult
{
    private PdfResult()
    {
    }

    /// <summary>The PDF file.</summary>
    /// <param name="Content">Its bytes.</param>
    public sealed record Printed(ReadOnlyMemory<byte> Content) : PdfResult;

    /// <summary>No PDF was made.</summary>
    /// <param name="Message">Chinese, for the person who asked: what happened and what to do.</param>
    /// <param name="OperatorMessage">English, for the log: the cause and the remedy.</param>
    /// <param name="Retryable">Whether a later attempt can succeed without anyone changing the deployment.</param>
    public sealed record Failed(string Message, string OperatorMessage, bool Retryable) : PdfResult;
}
