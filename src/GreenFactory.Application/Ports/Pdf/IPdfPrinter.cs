namespace GreenFactory.Application.Ports.Pdf;

/// <summary>Prints an HTML document to a tagged A4 PDF.</summary>
public interface IPdfPrinter
{
    /// <summary>Prints one document.</summary>
    Task<PdfResult> PrintAsync(PdfRequest request, CancellationToken cancellation);
}
