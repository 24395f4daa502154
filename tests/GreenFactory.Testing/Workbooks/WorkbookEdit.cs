using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace GreenFactory.Testing.Workbooks;

/// <summary>Does to a workbook what a person does in Excel, and looks into it.</summary>
public sealed class WorkbookEdit : IDisposable
{
    private readonly MemoryStream stream = new();
    private readonly SpreadsheetDocument document;

    /// <summary>Opens a workbook.</summary>
    public WorkbookEdit(byte[] workbook)
    {
        stream.Write(workbook);
        document = SpreadsheetDocument.Open(stream, isEditable: true);
    }

    /// <summary>The package.</summary>
    public SpreadsheetDocument Document => document;

    private WorkbookPart Workbook => document.WorkbookPart!;

    /// <summary>A sheet's entry in the workbook.</summary>
    public Sheet Entry(string sheet) => Workbook.Workbook!.Sheets!.Elements<Sheet>().First(entry => entry.Name == sheet);

    /// <summary>A sheet.</summary>
    public Worksheet Sheet(string sheet) => ((WorksheetPart)Workbook.GetPartById(Entry(sheet).Id!.Value!)).Worksheet!;

    /// <summary>The place of a column in a row, by the code in the second row.</summary>
    public string At(string sheet, string code, int row) => string.Create(CultureInfo.InvariantCulture, $"{Letters(Heading(sheet, code))}{row}");

    /// <summary>The first row, from the third, whose cell in a column holds a text.</summary>
    public int RowOf(string sheet, string code, string text) => (int)Sheet(sheet).Descendants<Row>()
        .First(row => row.RowIndex!.Value > 2 && row.Elements<Cell>().Any(cell => Letters(cell) == Letters(Heading(sheet, code)) && cell.InnerText == text)).RowIndex!.Value;

    /// <summary>What a cell shows.</summary>
    public string Text(string sheet, string address) => Find(sheet, address)?.InnerText ?? "";

    /// <summary>A cell, made when it is not there.</summary>
    public Cell Cell(string sheet, string address)
    {
        if (Find(sheet, address) is { } found)
        {
            return found;
        }

        var number = uint.Parse(Regex.Replace(address, "[A-Z]", ""), CultureInfo.InvariantCulture);
        var data = Sheet(sheet).GetFirstChild<SheetData>()!;
        var row = data.Elements<Row>().FirstOrDefault(row => row.RowIndex! == number);
        if (row is null)
        {
            row = new Row { RowIndex = number };
            data.Append([row]);
        }

        var cell = new Cell { CellReference = address };
        var next = row.Elements<Cell>().FirstOrDefault(other => Number(Letters(other)) > Number(Letters(cell)));
        if (next is null)
        {
            row.Append([cell]);
        }
        else
        {
            row.InsertBefore(cell, next);
        }

        return cell;
    }

    /// <summary>Types a text.</summary>
    public WorkbookEdit Type(string sheet, string address, string text)
    {
        var cell = Blank(sheet, address);
        cell.DataType = CellValues.InlineString;
        cell.Append(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }));
        return this;
    }

    /// <summary>Types a number.</summary>
    public WorkbookEdit Number(string sheet, string address, string number, uint? format = null)
    {
        var cell = Blank(sheet, address);
        cell.CellValue = new CellValue(number);
        if (format is { } id)
        {
            var formats = Workbook.WorkbookStylesPart!.Stylesheet!.CellFormats!;
            formats.Append([new CellFormat { NumberFormatId = id, ApplyNumberFormat = true }]);
            cell.StyleIndex = (uint)formats.Elements<CellFormat>().Count() - 1;
        }

        return this;
    }

    /// <summary>Types a formula, with what it last showed.</summary>
    public WorkbookEdit Formula(string sheet, string address, string formula, string shown)
    {
        Number(sheet, address, shown);
        Cell(sheet, address).CellFormula = new CellFormula(formula);
        return this;
    }

    /// <summary>Puts an error value into a cell.</summary>
    public WorkbookEdit Error(string sheet, string address)
    {
        Number(sheet, address, "#REF!");
        Cell(sheet, address).DataType = CellValues.Error;
        return this;
    }

    /// <summary>Empties a cell.</summary>
    public Cell Blank(string sheet, string address)
    {
        var cell = Cell(sheet, address);
        cell.RemoveAllChildren();
        cell.DataType = null;
        return cell;
    }

    /// <summary>Merges cells.</summary>
    public WorkbookEdit Merge(string sheet, string range)
    {
        Sheet(sheet).InsertAfter(new MergeCells(new MergeCell { Reference = range }), Sheet(sheet).GetFirstChild<SheetData>());
        return this;
    }

    /// <summary>The workbook as it is now.</summary>
    public byte[] Save()
    {
        document.Save();
        document.Dispose();
        return stream.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        document.Dispose();
        stream.Dispose();
    }

    private Cell? Find(string sheet, string address) => Sheet(sheet).Descendants<Cell>().FirstOrDefault(cell => cell.CellReference == address);

    private int Heading(string sheet, string code) =>
        Number(Letters(Sheet(sheet).Descendants<Row>().First(row => row.RowIndex! == 2).Elements<Cell>().First(cell => cell.InnerText == code)));

    private static string Letters(Cell cell) => Regex.Replace(cell.CellReference!.Value!, "[0-9]", "");

    private static int Number(string letters) => letters.Aggregate(0, (number, letter) => (number * 26) + letter - 'A' + 1);

    private static string Letters(int column) => column > 26 ? Letters((column - 1) / 26) + (char)('A' + ((column - 1) % 26)) : ((char)('A' + column - 1)).ToString();
}
