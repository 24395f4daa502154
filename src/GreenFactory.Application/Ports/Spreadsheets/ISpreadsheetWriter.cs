namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>Writes tables as a styled workbook to be read and filled in.</summary>
public interface ISpreadsheetWriter
{
    /// <summary>Writes one .xlsx workbook.</summary>
    /// <param name="tables">One sheet each, in order; at least one, with names that differ.</param>
    /// <returns>The file's bytes.</returns>
    /// <exception cref="ArgumentException">No table, a name twice, or a row with another number of cells than the table has columns.</exception>
    byte[] Write(IReadOnlyList<SheetTable> tables);
}
