using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Departments;

/// <summary>The opinion sheet in the hands of an office program.</summary>
internal static class OpinionWorkbook
{
    /// <summary>Brings a case before the departments.</summary>
    public static async Task<Domain.Shared.DeclarationId> AskAsync(PortalHost host, string organisation)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var id = await new CaseBuilder(host.Services).ForNewOrganisation(organisation).SubmitAsync(cancellation);
        var review = new DistrictReview(host.Services, id, cancellation);
        Assert.True((await review.TakeAsync()).Succeeded);
        Assert.True((await review.AskAsync()).Succeeded);
        return id;
    }

    /// <summary>The text of every cell that holds one, by its address.</summary>
    public static Dictionary<string, string> Texts(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var part = (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().First().Id!.Value!);
        var shared = document.WorkbookPart.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
        return part.Worksheet!.Descendants<Cell>().Where(cell => cell.InnerText.Length > 0).ToDictionary(
            cell => cell.CellReference!.Value!,
            cell => cell.DataType?.Value == CellValues.SharedString ? shared[int.Parse(cell.CellValue!.Text, CultureInfo.InvariantCulture)] : cell.InnerText);
    }

    /// <summary>How every cell is filled, by its address, as the file describes it.</summary>
    public static Dictionary<string, string> Colours(byte[] workbook)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), isEditable: false);
        var part = (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().First().Id!.Value!);
        var styles = document.WorkbookPart.WorkbookStylesPart!.Stylesheet!;
        var fills = styles.Fills!.Elements<Fill>().Select(fill => fill.OuterXml).ToList();
        var formats = styles.CellFormats!.Elements<CellFormat>().Select(format => fills[(int)(format.FillId?.Value ?? 0)]).ToList();
        return part.Worksheet!.Descendants<Cell>().ToDictionary(cell => cell.CellReference!.Value!, cell => formats[(int)(cell.StyleIndex?.Value ?? 0)]);
    }

    /// <summary>The workbook with some cells filled in, as an office program would save it.</summary>
    public static byte[] Filled(byte[] workbook, params IReadOnlyList<(string Cell, string Text)> entries)
    {
        using var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var part = (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Descendants<Sheet>().First().Id!.Value!);
            foreach (var (address, text) in entries)
            {
                var number = uint.Parse(address[1..], CultureInfo.InvariantCulture);
                var row = part.Worksheet!.Descendants<Row>().SingleOrDefault(line => line.RowIndex! == number);
                if (row is null)
                {
                    part.Worksheet!.Descendants<SheetData>().Single().Append(row = new Row { RowIndex = number });
                }

                var cell = row.Elements<Cell>().FirstOrDefault(one => one.CellReference == address);
                if (cell is null)
                {
                    row.Append(cell = new Cell { CellReference = address });
                }

                cell.DataType = CellValues.InlineString;
                cell.CellValue = null;
                cell.InlineString = new InlineString(new Text(text));
            }
        }

        return stream.ToArray();
    }
}
