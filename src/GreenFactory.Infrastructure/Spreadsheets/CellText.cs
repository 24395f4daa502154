using System.Xml;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Texts as a workbook can hold them.</summary>
internal static class CellText
{
    private const int MaxLength = 32_767;

    /// <summary>The text without characters that XML forbids, at the length Excel allows.</summary>
    internal static string Clean(string text)
    {
        var clean = text.All(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))
            ? text
            : string.Concat(text.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
        return clean.Length <= MaxLength ? clean : clean[..(char.IsHighSurrogate(clean[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
    }
}
