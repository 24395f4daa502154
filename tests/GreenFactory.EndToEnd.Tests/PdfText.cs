using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>A PDF as pdf.js reads it.</summary>
/// <param name="Pages">Text of each page.</param>
/// <param name="Title">Title in the document's information.</param>
/// <param name="Language">Language of the document.</param>
/// <param name="Tagged">Whether its structure is tagged.</param>
/// <param name="Outline">Headings of the outline.</param>
internal sealed record ReadPdf(IReadOnlyList<string> Pages, string Title, string Language, bool Tagged, IReadOnlyList<string> Outline);

/// <summary>
/// The text layer of a PDF by two kinds of reader: poppler takes the words that Chromium notes beside the glyphs, pdf.js (Firefox, many archives) only
/// the fonts' own maps. Printed text is right when both read the same.
/// </summary>
internal static class PdfText
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The text in the order in which it was printed, by poppler.</summary>
    public static Task<string> ByPopplerAsync(byte[] pdf) => RunAsync(pdf, "pdftotext", file => ["-raw", file, "-"], "apt-get install poppler-utils");

    /// <summary>The text and what describes the document, by pdf.js.</summary>
    public static async Task<ReadPdf> ByPdfJsAsync(byte[] pdf) =>
        JsonSerializer.Deserialize<ReadPdf>(await RunAsync(pdf, "node", file => [Script(), file], "npm ci"), Web)!;

    /// <summary>The text without white space, which readers place as they like.</summary>
    public static string Dense(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Characters that look like a common one and are none: Kangxi radicals and the radicals supplement.</summary>
    public static IEnumerable<char> Radicals(string text) => text.Where(letter => letter is >= '\u2E80' and <= '\u2FDF');

    private static string Script([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "pdf-text.mjs");

    private static async Task<string> RunAsync(byte[] pdf, string program, Func<string, string[]> arguments, string install)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, pdf);
        using var reader = Process.Start(new ProcessStartInfo(program, arguments(file)) { RedirectStandardOutput = true })
            ?? throw new InvalidOperationException($"{program} is missing: ./dev test installs what it needs, or {install}.");
        var text = await reader.StandardOutput.ReadToEndAsync();
        await reader.WaitForExitAsync();
        File.Delete(file);
        Assert.Equal(0, reader.ExitCode);
        return text;
    }
}
