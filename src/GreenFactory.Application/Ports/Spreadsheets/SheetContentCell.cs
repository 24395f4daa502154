using GreenFactory.Scoring;


namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>A cell that was read.</summary>
/// <param name="Address">Where it stands, such as <c>C7</c>.</param>
/// <param name="Column">Its column's number, from 1.</param>
/// <param name="Text">
/// Its value as text without blanks at the ends: a number in plain decimal digits, a date as yyyy-MM-dd, a truth value as TRUE or FALSE.
/// </param>
/// <param name="IsRepeated">Whether the value stands in another cell with which this one is merged.</param>
public sealed record SheetContentCell(string Address, int Column, string Text, bool IsRepeated)
{
    /// <summary>The separator of thousands that a person who types a space into a cell means.</summary>
    private const char NoBreakSpace = '\u00A0';

    /// <summary>As what the cell holds its value.</summary>
    public CellKind Kind { get; init; }

    /// <summary>The text with the blanks at its ends, and a date with its time of day if it has one; otherwise the same as <see cref="Text"/>.</summary>
    public string Exact { get; init; } = Text;

    /// <summary>
    /// The value as a number, whether it was entered as a number or as text: full-width digits and separators before every third digit are understood,
    /// a percent sign and any other separator are not.
    /// </summary>
    public bool TryNumber(out decimal number) => TypedText.TryReadNumber(Text.Replace(' ', NoBreakSpace), out number, out _);
}
