using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Marks problems in a workbook with the Open XML SDK.</summary>
public sealed class WorkbookMarker : IWorkbookMarker
{
    /// <inheritdoc />
    public byte[] Mark(byte[] workbook, IReadOnlyList<CellProblem> problems, WorkbookMarks marks)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var part = document.WorkbookPart ?? throw new InvalidDataException("The package has no workbook.");
            var styles = new MarkStyles(part);
            var shared = part.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().ToList() ?? [];
            var sheets = part.Workbook!.Sheets ?? throw new InvalidDataException("The workbook has no sheets.");
            foreach (var old in sheets.Elements<Sheet>().Where(sheet => sheet.Name?.Value == marks.Sheet).ToList())
                Remove(part, old);
            foreach (var sheet in sheets.Elements<Sheet>())
            {
                if (sheet.Id?.Value is { } id && part.GetPartById(id) is WorksheetPart worksheet)
                    new MarkedSheet(worksheet, styles, marks, cell => TextOf(cell, shared)).Mark([.. problems.Where(problem => problem.Sheet == sheet.Name?.Value && problem.Address.Length > 0)]);
            }

            ProblemListSheet.Add(part, problems, marks.Sheet, styles);
        }

        return stream.ToArray();
    }

    private static string TextOf(Cell cell, List<SharedStringItem> shared) =>
        cell.DataType?.Value == CellValues.SharedString && int.TryParse(cell.CellValue?.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count
            ? SharedTexts.Plain(shared[index])
            : SharedTexts.Plain(cell);

    private static void Remove(WorkbookPart part, Sheet sheet)
    {
        if (sheet.Id?.Value is { } id)
            part.DeletePart(part.GetPartById(id));
        sheet.Remove();
    }
}
