using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>Writes values of a document into cells.</summary>
internal static class CellWriting
{
    private const int LongestText = 32_000;

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The cell of a column for a value.</summary>
    /// <exception cref="CellTooLongException">The value is longer than a cell can be.</exception>
    public static SheetCell Write(WorkbookColumn column, JsonNode? value)
    {
        if (value is null)
        {
            return column is { Type: ColumnType.Flag or ColumnType.Word, Otherwise: { } meant } ? SheetCell.Of(Shown(column, meant)) : SheetCell.Empty;
        }

        switch (column.Type)
        {
            case ColumnType.Json:
                return Text(column, value.ToJsonString(Relaxed));
            case ColumnType.Lines:
                return Text(column, CellEscape.WriteLines(value.AsArray().Select(Plain)));
            case ColumnType.Number or ColumnType.Value:
                return CellNumber.Write(Plain(value));
            case ColumnType.Flag or ColumnType.Word:
                return SheetCell.Of(Shown(column, Plain(value)));
            case ColumnType.Shown:
                return Text(column, Plain(value));
            default:
                return Text(column, CellEscape.Write(Plain(value)));
        }
    }

    /// <summary>A text, number or truth value of a document as text.</summary>
    public static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => text,
        _ => value.ToJsonString(Relaxed),
    };

    private static string Shown(WorkbookColumn column, string word) => column.Type is ColumnType.Flag
        ? word == "true" ? WorkbookWords.Yes : WorkbookWords.No
        : column.Words.FirstOrDefault(pair => pair.Value == word).Key ?? word;

    private static SheetCell Text(WorkbookColumn column, string text) => text.Length switch
    {
        0 => SheetCell.Empty,
        > LongestText => throw new CellTooLongException($"“{column.Title}”有一处内容长 {text.Length} 字，超过 Excel 一个单元格的 {LongestText} 字，不能导出为 Excel。请导出 JSON。"),
        _ => SheetCell.Of(text),
    };
}
