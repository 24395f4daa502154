using GreenFactory.Application.Ports.Files;

namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>What came of reading a workbook: <see cref="Opened"/> or <see cref="Refused"/>.</summary>
public abstract record SpreadsheetResult
{
    private SpreadsheetResult()
    {
    }

    /// <summary>The workbook was read.</summary>
    /// <param name="Sheets">The visible sheets, in order.</param>
    /// <param name="Problems">Cells that could not be taken, and required sheets that are missing; empty when all is well.</param>
    public sealed record Opened(IReadOnlyList<SheetContent> Sheets, IReadOnlyList<CellProblem> Problems) : SpreadsheetResult
    {
        /// <summary>Names of the sheets that were not read because the workbook does not show them, or because they hold no cells.</summary>
        public IReadOnlyList<string> UnreadSheets { get; init; } = [];
    }

    /// <summary>The file could not be read at all.</summary>
    /// <param name="Refusal">Why.</param>
    public sealed record Refused(FileRefusal Refusal) : SpreadsheetResult;
}
