using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GreenFactory.Application.Ports;

/// <summary>A cell that was read.</summary>
/// <param name="Address">Where it stands, such as <c>C7</c>.</param>
/// <param name="Column">Its column's number, from 1.</param>
/// <param name="Text">
/// Its value as text without blanks at the ends: a number in plain decimal digits, a date as yyyy-MM-dd, a truth value as TRUE or FALSE.
/// </param>
/// <param name="IsRepeated">Whether the value stands in another cell with which this one is merged.</param>
public sealed partial record SheetContentCell(string Address, int Column, string Text, bool IsRepeated)
{
    private const int MostDigits = 28;

    /// <summary>As what the cell holds its value.</summary>
    public CellKind Kind { get; init; }

    /// <summary>The text with the blanks at its ends, and a date with its time of day if it has one; otherwise the same as <see cref="Text"/>.</summary>
    public string Exact { get; init; } = Text;

    /// <summary>
    /// The value as a number, whether it was entered as a number or as text: full-width digits and separators before every third digit are understood,
    /// a percent sign and any other separator are not.
    /// </summary>
    public bool TryNumber(out decimal number)
    {
        number = 0m;
        var plain = Text.Normalize(NormalizationForm.FormKC).Trim();
        return Written().IsMatch(plain)
            && plain.Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count() <= MostDigits
            && plain.Length - 1 - plain.LastIndexOf('.') is var decimals && (decimals == plain.Length || decimals <= MostDigits)
            && decimal.TryParse(
                plain.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out number);
    }

    [GeneratedRegex(@"\A[+-]?(?:(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+)(?:\.[0-9]*)?|\.[0-9]+)\z")]
    private static partial Regex Written();
}
