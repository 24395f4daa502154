namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>Reads a workbook that people filled in.</summary>
public interface ISpreadsheetReader
{
    /// <summary>
    /// Reads the visible sheets and names the others. The value of merged cells is repeated in each of them. Formulas are not taken: a file answers with values, and
    /// what a formula last showed may differ from what it means.
    /// </summary>
    /// <param name="content">The file; must seek.</param>
    /// <param name="fileName">Its name as the browser sent it.</param>
    /// <param name="limits">How much is read at most.</param>
    /// <param name="requiredSheets">Sheets that must be there, by name.</param>
    SpreadsheetResult Read(Stream content, string fileName, SpreadsheetLimits limits, params IReadOnlyList<string> requiredSheets);
}
