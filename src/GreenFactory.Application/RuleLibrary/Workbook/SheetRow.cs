using System.Text.Json.Nodes;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>A row of a sheet that is being read: gives its cells by the codes of their columns, and says what is wrong with them.</summary>
internal sealed class SheetRow(SheetSource sheet, SheetContentRow row)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>Its number in the sheet.</summary>
    public int Number => row.Number;

    /// <summary>Whether the cell of a column holds nothing.</summary>
    public bool IsBlank(string code) => Cell(code) is null && !sheet.IsUnreadable(Address(code));

    /// <summary>The value of a column; null when the cell is blank or wrong, which is then reported.</summary>
    public JsonNode? Take(string code) => Take(sheet.Column(code));

    /// <summary>The value of a column read in another way than its sheet does.</summary>
    public JsonNode? Take(WorkbookColumn column, string? at = null)
    {
        var code = at ?? column.Code;
        _taken.Add(code);
        if (Cell(code) is not { } cell)
        {
            return IsBlank(code) ? Blank(column, code) : null;
        }

        var taken = CellTaking.Take(column, cell);
        if (taken.Problem is { } problem)
        {
            sheet.Report(Address(code), problem, taken.IsNotice);
        }

        return taken.Value;
    }

    /// <summary>The text of a column; empty when the cell is blank or wrong.</summary>
    public string Text(string code) => CellWriting.Plain(Take(code));

    /// <summary>Puts the value of a column into an object, unless it is what the document leaves out, and remembers where it stands.</summary>
    public void Put(JsonObject target, string path, string code, string? name = null)
    {
        var value = Take(code);
        sheet.Place($"{path}.{name ?? code}", Address(code));
        if (value is not null && !(value is JsonArray { Count: 0 }) && CellWriting.Plain(value) != sheet.Column(code).Otherwise)
        {
            target[name ?? code] = value;
        }
    }

    /// <summary>Remembers that a part of the document comes from this row, at the cell of a column.</summary>
    public void Place(string path, string code) => sheet.Place(path, Address(code));

    /// <summary>Says that the cell of a column must be corrected.</summary>
    public void Report(string code, string problem) => sheet.Report(Address(code), problem);

    /// <summary>Refuses cells that were filled in but belong to another kind of row.</summary>
    public void Finish(string what)
    {
        foreach (var column in sheet.Columns.Where(column => !_taken.Contains(column.Code) && Cell(column.Code) is not null))
        {
            Report(column.Code, $"{what}不用“{column.Title}”这一列，请清空该单元格。");
        }
    }

    /// <summary>The cell of a column.</summary>
    public SheetContentCell? Cell(string code) => row.At(sheet.Position(code));

    private string Address(string code) => sheet.Address(row.Number, code);

    private JsonNode? Blank(WorkbookColumn column, string code)
    {
        if (column.IsRequired)
        {
            Report(code, column.Type is ColumnType.Word
                ? $"请填写“{column.Title}”：{string.Join("、", column.Words.Keys)}。"
                : $"请填写“{column.Title}”，这一行的这一格不能为空。");
        }
        else if (column.Otherwise is { } meant)
        {
            var shown = CellWriting.Write(column, null).Text;
            sheet.Report(Address(code), $"“{column.Title}”为空，按“{shown}”处理。", isNotice: true);
            return column.Type is ColumnType.Flag ? meant == "true" : (JsonNode)meant;
        }

        return null;
    }
}
