namespace GreenFactory.Infrastructure.Pdf;

/// <summary>How PDFs are printed.</summary>
/// <param name="ChromiumPath">The browser's executable; null to look where Debian, Ubuntu and Google install it.</param>
/// <param name="Concurrency">Documents printed at the same time; others wait.</param>
/// <param name="Timeout">The time one document may take, from its turn to the finished file.</param>
/// <param name="Sandbox">Whether Chromium's own sandbox is used: it needs user namespaces and refuses root.</param>
public sealed record PdfOptions(string? ChromiumPath, int Concurrency, TimeSpan Timeout, bool Sandbox)
{
    /// <summary>Two documents at a time, 30 seconds each, the installed browser, no sandbox.</summary>
    public static PdfOptions Default { get; } = new(null, 2, TimeSpan.FromSeconds(30), Sandbox: false);
}
