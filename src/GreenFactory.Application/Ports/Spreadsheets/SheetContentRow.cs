namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>A row that was read.</summary>
/// <param name="Number">Its number in the sheet, from 1.</param>
/// <param name="Cells">The cells that hold a value, from the left.</param>
public sealed record SheetContentRow(int Number, IReadOnlyList<SheetContentCell> Cells)
{
    /// <summary>The cell in a column; null when it holds no value.</summary>
    /// <param name="column">The column's number, from 1.</param>
    public SheetContentCell? At(int column) => Cells.FirstOrDefault(cell => cell.Column == column);
}
