using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>Texts that a cell would not keep to the letter are written between quotation marks, as in JSON.</summary>
internal static class CellEscape
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text as a cell keeps it.</summary>
    public static string Write(string text) => text.Length > 0 && (text.Trim() != text || IsQuoted(text) || text == WorkbookWords.EmptyList || text.Any(IsLost)) ? Quote(text) : text;

    /// <summary>The texts as lines of a cell.</summary>
    public static string WriteLines(IEnumerable<string> texts) =>
        string.Join('\n', texts.Select(text => text.Length == 0 || text.Contains('\n', StringComparison.Ordinal) ? Quote(text) : Write(text)));

    /// <summary>The text that a cell means.</summary>
    public static string Read(string cell)
    {
        if (!IsQuoted(cell))
        {
            return cell;
        }

        try
        {
            return JsonSerializer.Deserialize<string>(cell) ?? cell;
        }
        catch (JsonException)
        {
            return cell;
        }
    }

    /// <summary>The texts on the lines of a cell; blank lines are none.</summary>
    public static IReadOnlyList<string> ReadLines(string cell) =>
        [.. cell.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Select(Read)];

    private static bool IsQuoted(string text) => text.Length > 1 && text[0] == '"' && text[^1] == '"';

    private static bool IsLost(char c) => (char.IsControl(c) && c != '\n') || (!XmlConvert.IsXmlChar(c) && !char.IsSurrogate(c));

    private static string Quote(string text) =>
        string.Concat(JsonSerializer.Serialize(text, Relaxed).Select(c => IsLost(c) ? $"\\u{(int)c:x4}" : c.ToString()));
}
