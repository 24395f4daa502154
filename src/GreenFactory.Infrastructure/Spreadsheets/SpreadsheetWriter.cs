using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>Writes workbooks with the Open XML SDK.</summary>
public sealed class SpreadsheetWriter : ISpreadsheetWriter
{
    /// <inheritdoc />
    public byte[] Write(IReadOnlyList<SheetTable> tables)
    {
        Check(tables);
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Create();
            var choices = new ChoiceSheet();
            var sheets = new Sheets();
            foreach (var table in tables)
                sheets.Append(Sheet(workbook, table, choices, (uint)sheets.ChildElements.Count + 1));
            if (!choices.IsEmpty)
            {
                var hidden = workbook.AddNewPart<WorksheetPart>();
                hidden.Worksheet = new Worksheet(choices.Content());
                sheets.Append(new Sheet
                {
                    Name = ChoiceSheet.Name,
                    SheetId = (uint)sheets.ChildElements.Count + 1,
                    Id = workbook.GetIdOfPart(hidden),
                    State = SheetStateValues.Hidden,
                });
            }

            workbook.Workbook = new Workbook(sheets);
        }

        return stream.ToArray();
    }

    private static Sheet Sheet(WorkbookPart workbook, SheetTable table, ChoiceSheet choices, uint number)
    {
        var part = workbook.AddNewPart<WorksheetPart>();
        var sheet = new TableSheet(table, choices);
        part.Worksheet = new Worksheet(sheet.Elements());
        if (SheetComments.Add(part, sheet.Comments) is { } drawing)
            part.Worksheet.Append(drawing);
        return new Sheet { Name = table.Name, SheetId = number, Id = workbook.GetIdOfPart(part) };
    }

    private static void Check(IReadOnlyList<SheetTable> tables)
    {
        if (tables.Count == 0)
            throw new ArgumentException("A workbook has at least one sheet.", nameof(tables));
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ChoiceSheet.Name };
        foreach (var table in tables)
        {
            if (table.Name.Length is 0 or > 31 || table.Name.IndexOfAny([':', '\\', '/', '?', '*', '[', ']']) >= 0 || !names.Add(table.Name))
                throw new ArgumentException($"'{table.Name}' cannot name a sheet, or names two.", nameof(tables));
            if (table.Rows.Any(row => row.Count != table.Columns.Count))
                throw new ArgumentException($"Every row of '{table.Name}' has one cell for each of its {table.Columns.Count} columns.", nameof(tables));
        }
    }
}
