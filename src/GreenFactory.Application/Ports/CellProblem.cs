namespace GreenFactory.Application.Ports;

/// <summary>Something in a workbook that must be corrected.</summary>
/// <param name="Sheet">The sheet's name.</param>
/// <param name="Address">The cell, such as <c>C7</c>; empty when the sheet as a whole is meant.</param>
/// <param name="Message">Chinese: names the place, what is wrong and what to do.</param>
public sealed record CellProblem(string Sheet, string Address, string Message);
