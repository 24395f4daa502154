namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>A sheet: a header row that stays in view and cannot be edited, and the rows below it.</summary>
/// <param name="Name">The sheet's name, 1 to 31 characters without <c>: \ / ? * [ ]</c>.</param>
/// <param name="Columns">The columns, left to right.</param>
/// <param name="Rows">One cell for each column.</param>
public sealed record SheetTable(string Name, IReadOnlyList<SheetColumn> Columns, IReadOnlyList<IReadOnlyList<SheetCell>> Rows)
{
    /// <summary>Name of the hidden sheet that holds the choices of every list; no table may have it.</summary>
    public const string ChoicesName = "下拉选项";

    /// <summary>Empty rows below the last one in which editable columns may be filled in.</summary>
    public int SpareRows { get; init; }

    /// <summary>Whether rows may be inserted, deleted and moved; nothing is locked then.</summary>
    public bool IsOpen { get; init; }
}
