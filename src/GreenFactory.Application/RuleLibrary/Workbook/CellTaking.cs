using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>Takes the values of cells for the document: to the letter, or with a sentence that says what was made of them or what to do.</summary>
internal static partial class CellTaking
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>What a filled-in cell of a column gives.</summary>
    public static TakenCell Take(WorkbookColumn column, SheetContentCell cell) => column.Type switch
    {
        ColumnType.Text or ColumnType.Lines or ColumnType.Shown => TextOf(column, cell),
        ColumnType.Formula => cell.Kind is CellKind.Number ? new TakenCell(cell.Text) : TextOf(column, cell),
        ColumnType.Number or ColumnType.NumberAsText => NumberOf(column, cell),
        ColumnType.Value => cell.Text is WorkbookWords.NoLevel or WorkbookWords.NotListed ? new TakenCell(cell.Text) : NumberOf(column, cell),
        ColumnType.Flag => FlagOf(column, cell),
        ColumnType.Date => DateOf(column, cell),
        ColumnType.Word => WordOf(column, cell),
        _ => JsonOf(column, cell),
    };

    private static TakenCell TextOf(WorkbookColumn column, SheetContentCell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Number when cell.Text.Contains('.', StringComparison.Ordinal):
                return TakenCell.Wrong($"“{column.Title}”应当是文字，单元格却是数字 {cell.Text}，小数末尾的 0 可能已丢失。请先把单元格设为「文本」格式再填写。");
            case CellKind.Number:
                return TakenCell.Noted(Of(column, cell.Text), $"“{column.Title}”应当是文字，单元格却是数字，已按“{cell.Text}”读入；开头有 0 的请先把单元格设为「文本」格式再填写。");
            case CellKind.Date or CellKind.Percent or CellKind.Boolean:
                return TakenCell.Wrong($"“{column.Title}”应当是文字，单元格却是{Named(cell.Kind)}。请先把单元格设为「文本」格式再填写。");
            default:
                var value = Of(column, cell.Text);
                return cell.Exact == cell.Text || column.Type is ColumnType.Lines
                    ? new TakenCell(value)
                    : TakenCell.Noted(value, $"“{column.Title}”两端的空格或换行没有计入；确实需要时请用英文引号括起全文。");
        }
    }

    private static TakenCell NumberOf(WorkbookColumn column, SheetContentCell cell)
    {
        if (cell.Kind is CellKind.Percent)
        {
            return TakenCell.Wrong($"“{column.Title}”是百分比格式，存的是 {cell.Text}，与显示的数相差 100 倍。请把单元格设为「常规」格式，按单位填写数字。");
        }

        if (cell.Kind is CellKind.Date or CellKind.Boolean)
        {
            return TakenCell.Wrong($"“{column.Title}”应当是数字，单元格却是{Named(cell.Kind)} {cell.Text}。请把单元格设为「常规」格式后重新填写数字。");
        }

        if (!cell.TryNumber(out var number))
        {
            return TakenCell.Wrong($"“{column.Title}”应当是数字，现为“{Short(cell.Text)}”。请只填数字，不带单位、百分号或文字。");
        }

        var plain = CellNumber.Plain(number);
        return cell.Kind is CellKind.Text && column.Type is not ColumnType.NumberAsText && CellNumber.IsKept(number)
            ? TakenCell.Noted(plain, $"“{column.Title}”是文本格式的数字“{Short(cell.Text)}”，已按 {plain} 读入。")
            : new TakenCell(plain);
    }

    private static TakenCell FlagOf(WorkbookColumn column, SheetContentCell cell) => cell.Text switch
    {
        WorkbookWords.Yes or "TRUE" => new TakenCell(true),
        WorkbookWords.No or "FALSE" => new TakenCell(false),
        _ => TakenCell.Wrong($"“{column.Title}”只能填“是”或“否”，现为“{Short(cell.Text)}”。"),
    };

    private static TakenCell DateOf(WorkbookColumn column, SheetContentCell cell)
    {
        if (cell.Kind is CellKind.Date)
        {
            return cell.Exact == cell.Text ? new TakenCell(cell.Text) : TakenCell.Wrong($"“{column.Title}”带有时刻（{cell.Exact}）。请只填日期。");
        }

        var match = cell.Kind is CellKind.Text ? Day().Match(cell.Text) : Match.Empty;
        var iso = match.Success ? $"{match.Groups[1].Value}-{match.Groups[2].Value.PadLeft(2, '0')}-{match.Groups[3].Value.PadLeft(2, '0')}" : "";
        if (!DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        {
            return TakenCell.Wrong($"“{column.Title}”应当是日期，现为“{Short(cell.Text)}”。请写成 2026-01-01 这样的形式。");
        }

        return iso == cell.Text ? new TakenCell(iso) : TakenCell.Noted(iso, $"“{column.Title}”的“{cell.Text}”已按 {iso} 读入。");
    }

    private static TakenCell WordOf(WorkbookColumn column, SheetContentCell cell)
    {
        if (cell.Kind is CellKind.Text && column.Words.TryGetValue(cell.Text, out var word))
        {
            return new TakenCell(word);
        }

        return cell.Kind is CellKind.Text && column.Words.Values.Contains(cell.Text)
            ? new TakenCell(cell.Text)
            : TakenCell.Wrong($"“{column.Title}”只能填：{string.Join("、", column.Words.Keys)}；现为“{Short(cell.Text)}”。");
    }

    private static TakenCell JsonOf(WorkbookColumn column, SheetContentCell cell)
    {
        if (cell.Kind is CellKind.Date or CellKind.Percent)
        {
            return TakenCell.Wrong($"“{column.Title}”的单元格是{Named(cell.Kind)}。请先设为「文本」格式再填写。");
        }

        try
        {
            return JsonNode.Parse(cell.Kind is CellKind.Boolean ? cell.Text.ToLowerInvariant() : cell.Text, null, Strict) is { } node
                ? new TakenCell(node)
                : TakenCell.Wrong($"“{column.Title}”不能是 null；没有内容请留空。");
        }
        catch (JsonException)
        {
            return TakenCell.Wrong($"“{column.Title}”不是合法的 JSON。请检查引号、逗号和括号是否成对，且为英文符号，同一名称没有写两次。");
        }
    }

    private static JsonNode Of(WorkbookColumn column, string text) => column.Type is ColumnType.Lines
        ? new JsonArray([.. CellEscape.ReadLines(text).Select(line => (JsonNode)line)])
        : CellEscape.Read(text);

    private static string Named(CellKind kind) => kind switch
    {
        CellKind.Date => "日期",
        CellKind.Percent => "百分比",
        CellKind.Boolean => "逻辑值",
        _ => "数字",
    };

    private static string Short(string text) => text.Length > 40 ? text[..40] + "…" : text;

    [GeneratedRegex(@"\A([0-9]{4})(?:[-/.]|\s*年\s*)([0-9]{1,2})(?:[-/.]|\s*月\s*)([0-9]{1,2})\s*日?\z")]
    private static partial Regex Day();
}
