using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.Ports.Spreadsheets;

namespace GreenFactory.Infrastructure.Spreadsheets;

/// <summary>The sheet that lists the problems of a marked copy, each with a link to its cell; the workbook opens on it.</summary>
internal static class ProblemListSheet
{
    private static readonly (string Title, double Width)[] Columns = [("性质", 10), ("位置", 24), ("说明", 110)];

    internal static void Add(WorkbookPart workbook, IReadOnlyList<CellProblem> problems, string name, MarkStyles styles)
    {
        var ordered = problems.OrderBy(problem => problem.IsNotice).ToList();
        var data = new SheetData(Line(1, styles, [.. Columns.Select(column => column.Title)]));
        var links = new Hyperlinks();
        foreach (var (index, problem) in ordered.Index())
        {
            data.Append(Line(index + 2, styles, problem.IsNotice ? "提示" : "须改正", problem.Place, problem.Message));
            if (problem.Address.Length > 0)
                links.Append(new Hyperlink { Reference = new CellAddress(index + 2, 2).ToString(), Location = $"'{problem.Sheet.Replace("'", "''", StringComparison.Ordinal)}'!{problem.Address}" });
        }

        var sheets = workbook.Workbook!.Sheets!;
        var part = workbook.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(
            new SheetViews(new SheetView { WorkbookViewId = 0, TabSelected = true }),
            new Columns(Columns.Select((column, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = column.Width, CustomWidth = true })),
            data);
        if (links.HasChildren)
            part.Worksheet.Append(links);
        sheets.Append(new Sheet
        {
            Name = name,
            SheetId = sheets.Elements<Sheet>().Select(sheet => sheet.SheetId?.Value ?? 0).DefaultIfEmpty(0u).Max() + 1,
            Id = workbook.GetIdOfPart(part),
        });
        Open(workbook, part, (uint)sheets.Elements<Sheet>().Count() - 1);
    }

    // Two selected sheets would be edited together.
    private static void Open(WorkbookPart workbook, WorksheetPart opened, uint index)
    {
        foreach (var view in workbook.WorksheetParts.Where(part => part != opened).SelectMany(part => part.Worksheet?.SheetViews?.Elements<SheetView>() ?? []))
            view.TabSelected = null;
        if (workbook.Workbook!.BookViews is not { } views)
            workbook.Workbook.BookViews = views = new BookViews(new WorkbookView());
        var first = views.GetFirstChild<WorkbookView>() ?? views.AppendChild(new WorkbookView());
        first.ActiveTab = index;
    }

    private static Row Line(int number, MarkStyles styles, params IReadOnlyList<string> texts) => new(texts.Select((text, index) => (OpenXmlElement)new Cell(
        new InlineString(new Text(CellText.Clean(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        CellReference = string.Create(CultureInfo.InvariantCulture, $"{CellAddress.ColumnName(index + 1)}{number}"),
        DataType = CellValues.InlineString,
        StyleIndex = styles.Wrapped,
    }))
    {
        RowIndex = (uint)number,
    };
}
