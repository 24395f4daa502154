namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>Something in a workbook that must be corrected, or, as a notice, that a person should know.</summary>
/// <param name="Sheet">The sheet's name; empty when the workbook as a whole is meant.</param>
/// <param name="Address">The cell, such as <c>C7</c>; empty when the sheet as a whole is meant.</param>
/// <param name="Message">Chinese: what is wrong and what to do.</param>
public sealed record CellProblem(string Sheet, string Address, string Message)
{
    /// <summary>Whether the value was taken all the same.</summary>
    public bool IsNotice { get; init; }

    /// <summary>The place as people write it, such as <c>指标!F12</c>.</summary>
    public string Place => Address.Length > 0 ? $"{Sheet}!{Address}" : Sheet;
}
