using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Takes the value out of a cell.</summary>
internal sealed class CellReading(SharedTexts texts, NumberFormats formats)
{
    private const double FirstTruncatedNumber = 1e15;
    private const int DigitsOfBinaryFraction = 17;

    /// <summary>What the cell holds.</summary>
    internal ReadCell Read(Cell cell)
    {
        if (cell.CellFormula is not null)
            return ReadCell.Wrong("是公式。请复制该单元格，用「选择性粘贴—数值」改为固定值");
        var raw = cell.CellValue?.Text ?? "";
        var type = cell.DataType?.Value;
        if (type == CellValues.Error)
            return ReadCell.Wrong($"的值是错误 {raw}。请填写正确的值");
        if (type == CellValues.InlineString)
            return ReadCell.Of(cell.InlineString is { } inline ? SharedTexts.Plain(inline) : "");
        if (raw.Length == 0)
            return ReadCell.Of("");
        if (type == CellValues.SharedString)
            return ReadCell.Of(texts[int.Parse(raw, NumberStyles.None, CultureInfo.InvariantCulture)]);
        if (type == CellValues.Boolean)
            return new ReadCell(raw == "1" ? "TRUE" : "FALSE", CellKind.Boolean, null);
        if (type == CellValues.Date)
            return Date(DateTime.Parse(raw, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind));
        return type is null || type == CellValues.Number ? Number(raw, cell.StyleIndex?.Value ?? 0) : ReadCell.Of(CellText.Decode(raw));
    }

    // A workbook stores binary fractions; fifteen digits give back the number that was typed.
    private ReadCell Number(string raw, uint style)
    {
        var number = double.Parse(raw, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (formats.Show(number, style) is { } date)
            return Date(date);
        if (Math.Abs(number) >= FirstTruncatedNumber || SignificantDigits(raw) > DigitsOfBinaryFraction)
            return ReadCell.Wrong("的数字超过 15 位，Excel 已丢失末尾数字（如统一社会信用代码）。请先把单元格设为「文本」格式再重新填写");
        var typed = decimal.Parse(number.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        if (typed == 0m && number != 0)
            return ReadCell.Wrong($"的数字 {raw} 过小，无法按原值读入。请换用较大的计量单位，或设为「文本」格式写出全部小数");
        return new ReadCell(
            typed.ToString("0.############################", CultureInfo.InvariantCulture), formats.IsPercent(style) ? CellKind.Percent : CellKind.Number, null);
    }

    private static ReadCell Date(DateTime moment) => new(
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), CellKind.Date, null);

    private static int SignificantDigits(string raw)
    {
        var exponent = raw.AsSpan().IndexOfAny('e', 'E');
        var mantissa = (exponent < 0 ? raw : raw[..exponent]).Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').ToList();
        return mantissa.FindLastIndex(digit => digit != '0') + 1;
    }
}
