using System.Globalization;
using System.Text;

namespace GreenFactory.Application.Ports;

/// <summary>A cell that was read.</summary>
/// <param name="Address">Where it stands, such as <c>C7</c>.</param>
/// <param name="Column">Its column's number, from 1.</param>
/// <param name="Text">
/// Its value as text without blanks at the ends: a number in plain decimal digits, a date as yyyy-MM-dd, a truth value as TRUE or FALSE.
/// </param>
/// <param name="IsRepeated">Whether the value stands in another cell with which this one is merged.</param>
public sealed record SheetContentCell(string Address, int Column, string Text, bool IsRepeated)
{
    /// <summary>
    /// The value as a number, whether it was entered as a number or as text: full-width digits and thousands separators are understood, a percent sign is not.
    /// </summary>
    public bool TryNumber(out decimal number) => decimal.TryParse(
        Text.Normalize(NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal),
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
        CultureInfo.InvariantCulture,
        out number);
}
