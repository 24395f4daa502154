using System.Diagnostics;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>The text layer of a PDF, read by poppler's pdftotext.</summary>
internal static class PdfText
{
    public static async Task<string> OfAsync(byte[] pdf)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, pdf);
        using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException("pdftotext is missing: ./dev test installs it, or apt-get install poppler-utils.");
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        File.Delete(file);
        return text;
    }
}
