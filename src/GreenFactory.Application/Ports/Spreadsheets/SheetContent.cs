namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>A sheet that was read.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">The rows that hold a value, from the top.</param>
public sealed record SheetContent(string Name, IReadOnlyList<SheetContentRow> Rows)
{
    /// <summary>Ranges of merged cells, such as <c>A1:A3</c>.</summary>
    public IReadOnlyList<string> MergedRanges { get; init; } = [];

    /// <summary>Rows with a value and columns that the workbook does not show, as <c>7</c> and <c>C</c>; their values are read all the same.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];
}
