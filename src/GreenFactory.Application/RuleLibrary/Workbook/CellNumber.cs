using System.Globalization;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>Numbers of a document in cells: as a number where a workbook keeps every digit, otherwise as text.</summary>
internal static class CellNumber
{
    private const int DigitsOfCell = 15;
    private const decimal FirstTruncated = 1e15m;

    /// <summary>The cell for a number as the document writes it.</summary>
    public static SheetCell Write(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && IsKept(number)
            ? SheetCell.Of(decimal.Parse(Plain(number), CultureInfo.InvariantCulture))
            : SheetCell.Of(text);

    /// <summary>Whether a number cell keeps every digit.</summary>
    public static bool IsKept(decimal number) => Math.Abs(number) < FirstTruncated && Plain(number).Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count() <= DigitsOfCell;

    /// <summary>The number in the one form that documents use.</summary>
    public static string Plain(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
