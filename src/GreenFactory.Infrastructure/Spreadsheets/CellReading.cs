using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Takes the value out of a cell.</summary>
internal sealed class CellReading(SharedTexts texts, DateFormats dates)
{
    private const double FirstTruncatedNumber = 1e15;

    /// <summary>The value as text, empty for none, or a Chinese sentence about what is wrong with the cell.</summary>
    internal (string Text, string? Problem) Read(Cell cell)
    {
        if (cell.CellFormula is not null)
            return ("", "是公式。请复制该单元格，用「选择性粘贴—数值」改为固定值");
        var raw = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.Error)
            return ("", $"的值是错误 {raw}。请填写正确的值");
        if (type == CellValues.InlineString)
            return (cell.InlineString is { } inline ? SharedTexts.Plain(inline).Trim() : "", null);
        if (raw.Length == 0)
            return ("", null);
        if (type == CellValues.SharedString)
            return (texts[int.Parse(raw, NumberStyles.None, CultureInfo.InvariantCulture)].Trim(), null);
        if (type == CellValues.Boolean)
            return (raw == "1" ? "TRUE" : "FALSE", null);
        return type is null || type == CellValues.Number ? Number(raw, cell.StyleIndex?.Value ?? 0) : (raw.Trim(), null);
    }

    // A workbook stores binary fractions; fifteen digits give back the number that was typed.
    private (string Text, string? Problem) Number(string raw, uint style)
    {
        var number = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (dates.Show(number, style) is { } date)
            return (date, null);
        if (Math.Abs(number) >= FirstTruncatedNumber)
            return ("", "的数字超过 15 位，Excel 已丢失末尾数字（如统一社会信用代码）。请先把单元格设为「文本」格式再重新填写");
        var typed = decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        return (typed.ToString("0.############################", CultureInfo.InvariantCulture), null);
    }
}
