using GreenFactory.Application.Ports.Spreadsheets;


namespace GreenFactory.Application.RuleLibrary.Workbook;

/// <summary>Reads rule sets from workbook files, and gives back copies in which the problems are marked.</summary>
public sealed class RuleSetWorkbookReader(ISpreadsheetReader reader, IWorkbookMarker marker)
{
    /// <summary>Reads a file.</summary>
    public WorkbookReading Read(byte[] content, string fileName)
    {
        using var stream = new MemoryStream(content, writable: false);
        return reader.Read(stream, fileName, RuleSetWorkbook.Limits, RuleSetWorkbook.SheetNames) switch
        {
            SpreadsheetResult.Opened opened => RuleSetWorkbook.Read(opened),
            SpreadsheetResult.Refused refused => new WorkbookReading(null, "[]", [new CellProblem("", "", refused.Refusal.Message)]) { IsWorkbook = false },
            _ => throw new InvalidOperationException("A workbook is either opened or refused."),
        };
    }

    /// <summary>The file with the problems marked in it.</summary>
    public byte[] Mark(byte[] content, IReadOnlyList<CellProblem> problems) =>
        marker.Mark(content, problems, new WorkbookMarks(RuleSetWorkbook.ProblemSheet, SheetHeading.ProblemCode, SheetHeading.Rows));
}
