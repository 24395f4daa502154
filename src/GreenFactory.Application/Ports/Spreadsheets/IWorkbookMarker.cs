namespace GreenFactory.Application.Ports.Spreadsheets;

/// <summary>Marks problems in a workbook that somebody filled in, and leaves everything else in it as it is.</summary>
public interface IWorkbookMarker
{
    /// <summary>
    /// A copy in which the cells with problems are coloured, a column at the end of each sheet says what is wrong with the row, and a sheet lists all problems.
    /// What an earlier marking added is replaced.
    /// </summary>
    /// <param name="workbook">The file; one that the reader has opened.</param>
    /// <param name="problems">What to mark.</param>
    /// <param name="marks">Names of what is added.</param>
    byte[] Mark(byte[] workbook, IReadOnlyList<CellProblem> problems, WorkbookMarks marks);
}
