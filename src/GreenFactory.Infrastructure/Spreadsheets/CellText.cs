using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Texts as a workbook can hold them.</summary>
internal static partial class CellText
{
    private const int MaxLength = 32_767;

    /// <summary>The text without characters that XML forbids, at the length Excel allows; what Excel would take for an escape is escaped.</summary>
    internal static string Clean(string text)
    {
        var clean = text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
            ? text
            : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
        var cut = clean.Length <= MaxLength ? clean : clean[..(char.IsHighSurrogate(clean[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
        return Escape().Replace(cut, "_x005F$0");
    }

    /// <summary>The text that a workbook means: Excel writes some characters as <c>_x000D_</c>.</summary>
    internal static string Decode(string text) => text.Contains("_x", StringComparison.Ordinal)
        ? Escape().Replace(text, match => ((char)ushort.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())
        : text;

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escape();
}
