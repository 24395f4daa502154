using GreenFactory.Application.Ports.Files;

namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>How much of a workbook is read at most; more is refused, not cut off.</summary>
/// <param name="File">The file's length.</param>
/// <param name="MaxRows">The last row of a sheet that may hold a value.</param>
/// <param name="MaxColumns">The last column of a sheet that may hold a value.</param>
/// <param name="MaxCells">Cells with a value in all sheets.</param>
public sealed record SpreadsheetLimits(FileLimits File, int MaxRows, int MaxColumns, int MaxCells)
{
    /// <summary>10 MB, 5,000 rows, 200 columns, 200,000 cells.</summary>
    public static SpreadsheetLimits Default { get; } = new(new FileLimits(10L * FileSize.Megabyte), 5_000, 200, 200_000);

    /// <summary>How many problems are listed one by one; the rest is counted.</summary>
    public int MaxProblems { get; init; } = 200;
}
