using System.Text.RegularExpressions;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>Spelling of certificate numbers such as 2026-F-001.</summary>
public static partial class CertificateNumber
{
    /// <summary>The number as certificates print it, from any spelling: width, small letters, spaces, dashes and invisible characters make no difference.</summary>
    /// <returns>The number, or null when the text is none.</returns>
    public static string? Read(string? typed) =>
        Folded().Match(ComparableText.Code(typed)) is { Success: true } match ? $"{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}" : null;

    [GeneratedRegex("^([0-9]{4})([FP])([0-9]{3,6})$", RegexOptions.CultureInvariant)]
    private static partial Regex Folded();
}
