namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>Names of what a marked copy adds to a workbook.</summary>
/// <param name="Sheet">Name of the sheet that lists the problems.</param>
/// <param name="ColumnCode">Code of the added column, in the last heading row.</param>
/// <param name="HeadingRows">How many rows the heading of a sheet takes.</param>
public sealed record WorkbookMarks(string Sheet, string ColumnCode, int HeadingRows);
