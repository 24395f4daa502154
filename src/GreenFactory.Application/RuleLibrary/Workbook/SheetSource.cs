using System.Globalization;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>A sheet that is being read, with the columns that its heading promises.</summary>
internal sealed class SheetSource(SheetContent content, IReadOnlyList<WorkbookColumn> columns, WorkbookFindings findings)
{
    private readonly Dictionary<string, int> _positions = columns.Select((column, index) => (column.Code, index)).ToDictionary(pair => pair.Code, pair => pair.index + 1, StringComparer.Ordinal);

    /// <summary>Name of the sheet.</summary>
    public string Name => content.Name;

    /// <summary>Its columns, left to right.</summary>
    public IReadOnlyList<WorkbookColumn> Columns => columns;

    /// <summary>Rows below the heading that hold a value in one of the columns.</summary>
    public IEnumerable<SheetRow> Rows =>
        content.Rows.Where(row => row.Number > SheetHeading.Rows && row.Cells.Any(cell => cell.Column <= columns.Count)).Select(row => new SheetRow(this, row));

    /// <summary>A column by its code.</summary>
    public WorkbookColumn Column(string code) => columns[Position(code) - 1];

    /// <summary>The number of a column, from 1.</summary>
    public int Position(string code) => _positions[code];

    /// <summary>A cell's place, as in <c>C7</c>.</summary>
    public string Address(int row, string code) => SheetHeading.Address(row, Position(code));

    /// <summary>Whether the reader could not take the cell and has said so.</summary>
    public bool IsUnreadable(string address) => findings.Has(Name, address);

    /// <summary>Says what is wrong with a cell.</summary>
    public void Report(string address, string problem, bool isNotice = false) => findings.Add(new CellProblem(Name, address, problem) { IsNotice = isNotice });

    /// <summary>Remembers where a part of the document stands.</summary>
    public void Place(string path, string address) => findings.Places.TryAdd(path, (Name, address));

    /// <summary>The number of a row as text.</summary>
    public static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
