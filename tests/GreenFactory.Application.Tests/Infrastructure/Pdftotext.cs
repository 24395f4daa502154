using System.Diagnostics;
using Xunit;

namespace GreenFactory.Application.Tests.Infrastructure;

/// <summary>Reads the text layer of a PDF with poppler's pdftotext.</summary>
internal static class Pdftotext
{
    private const string Program = "/usr/bin/pdftotext";

    /// <summary>The text of each page.</summary>
    internal static async Task<IReadOnlyList<string>> PagesAsync(ReadOnlyMemory<byte> pdf, CancellationToken cancellation)
    {
        Assert.True(File.Exists(Program), $"{Program} is missing, so the text layer cannot be read: apt-get install poppler-utils.");
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "printed.pdf");
        await File.WriteAllBytesAsync(path, pdf, cancellation);
        using var process = Process.Start(new ProcessStartInfo(Program, ["-layout", "-enc", "UTF-8", path, "-"]) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return [.. text.Split('\f')[..^1]];
    }
}
