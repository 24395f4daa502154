using System.Globalization;
using System.Text;

namespace GreenFactory.Application.Ports.Files;

/// <summary>Names of uploaded files.</summary>
public static class FileName
{
    /// <summary>The longest name kept, in UTF-16 units, extension included.</summary>
    public const int MaxLength = 200;

    private const string Forbidden = "<>:\"/\\|?*";

    /// <summary>
    /// The last part of a path without control, invisible and direction-changing characters and without those that a file system
    /// forbids; composed (NFC), shortened before the extension. Chinese is kept.
    /// </summary>
    /// <param name="name">The name as the browser sent it.</param>
    public static string Sanitise(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            if (rune != Rune.ReplacementChar && !IsInvisible(rune) && !Forbidden.Contains(rune.ToString(), StringComparison.Ordinal))
                kept.Append(rune);
        }

        var clean = kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '\u3000').TrimEnd('.');
        var extension = Path.GetExtension(clean);
        if (extension.Length > 10)
            extension = "";
        var stem = clean[..^extension.Length].Trim(' ', '.', '\u3000');
        if (stem.Length == 0)
            stem = "未命名";
        return Shorten(stem, MaxLength - extension.Length) + extension;
    }

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;

    private static string Shorten(string stem, int length)
    {
        if (stem.Length <= length)
            return stem;
        return char.IsHighSurrogate(stem[length - 1]) ? stem[..(length - 1)] : stem[..length];
    }
}
