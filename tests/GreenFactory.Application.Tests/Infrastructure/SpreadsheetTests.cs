using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Infrastructure.Spreadsheets;
using GreenFactory.Testing;
using Xunit;

namespace GreenFactory.Application.Tests.Infrastructure;

public sealed class SpreadsheetTests
{
    private static readonly SheetTable Opinions = new(
        "部门意见",
        [
            new SheetColumn("统一社会信用代码", 24),
            new SheetColumn("单位名称", 30),
            new SheetColumn("意见", 12) { IsEditable = true, Choices = ["无异议", "有异议", .. Enumerable.Range(1, 60).Select(n => $"选项,第{n}项")], Hint = "从列表选择" },
            new SheetColumn("处罚金额（万元）", 18) { IsEditable = true, IsNumeric = true },
        ],
        [
            [SheetCell.Of("91500000MA5U000001"), SheetCell.Of("=cmd|'/c calc'!A1"), SheetCell.Of("无异议"), SheetCell.Of(103.25m)],
            [SheetCell.Of("91500000MA5U000002"), SheetCell.Of("某水泥\u0001有限公司"), SheetCell.Empty with { Mark = CellMark.Error, Comment = "请填写意见" }, SheetCell.Empty],
        ])
    {
        SpareRows = 3,
    };

    [Fact]
    public void A_written_workbook_is_valid_and_reads_back_with_addresses()
    {
        var bytes = new SpreadsheetWriter().Write([Opinions]);

        using (var document = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false))
        {
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}"));
        }

        var opened = Open(bytes);
        Assert.Empty(opened.Problems);
        var sheet = Assert.Single(opened.Sheets);
        Assert.Equal([1, 2, 3], sheet.Rows.Select(row => row.Number));
        Assert.Equal("=cmd|'/c calc'!A1", sheet.Rows[1].At(2)!.Text);
        Assert.Equal(("D2", "103.25"), (sheet.Rows[1].At(4)!.Address, sheet.Rows[1].At(4)!.Text));
        Assert.Equal("某水泥有限公司", sheet.Rows[2].At(2)!.Text);
        Assert.Null(sheet.Rows[2].At(3));
    }

    [Fact]
    public void A_department_can_fill_in_its_columns_and_nothing_else()
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream(new SpreadsheetWriter().Write([Opinions])), isEditable: false);
        var workbook = document.WorkbookPart!;
        var sheet = (WorksheetPart)workbook.GetPartById(workbook.Workbook!.Sheets!.Elements<Sheet>().First().Id!.Value!);
        var formats = workbook.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        bool IsLocked(string address) =>
            formats[(int)sheet.Worksheet!.Descendants<Cell>().Single(cell => cell.CellReference == address).StyleIndex!.Value].Protection!.Locked!.Value;

        Assert.True(sheet.Worksheet!.GetFirstChild<SheetProtection>()!.Sheet!.Value);
        Assert.Equal([true, true, false, true, false], ((string[])["C1", "A2", "C2", "B3", "D6"]).Select(IsLocked));
        var rules = sheet.Worksheet.Descendants<DataValidation>().ToList();
        Assert.Equal(["C2:C6", "D2:D6"], rules.Select(rule => rule.SequenceOfReferences!.InnerText));
        Assert.Equal("'下拉选项'!$A$1:$A$62", rules[0].Formula1!.Text);
        Assert.Equal("请填写意见", sheet.WorksheetCommentsPart!.Comments!.InnerText.Replace("GreenFactory", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_as_people_type_them_are_understood()
    {
        var row = Open(Workbook(
            Line(1, Text("A1", " １，２３４．５ "), Text("B1", "1,234.5"), Number("C1", "103.09999999999999"), Number("D1", "4.5E-2"), Text("E1", "约5"), Text("F1", "85%"), Text("G1", "1,2,3"), Text("H1", "118 450")))).Sheets[0].Rows[0];

        Assert.Equal(1234.5m, NumberOf(row, 1));
        Assert.Equal(1234.5m, NumberOf(row, 2));
        Assert.Equal(103.1m, NumberOf(row, 3));
        Assert.Equal(0.045m, NumberOf(row, 4));
        Assert.False(row.At(5)!.TryNumber(out _));
        Assert.False(row.At(6)!.TryNumber(out _));
        Assert.False(row.At(7)!.TryNumber(out _));
        Assert.Equal(118450m, NumberOf(row, 8));
    }

    [Fact]
    public void Formulas_errors_and_cut_off_codes_are_problems_at_their_address()
    {
        var formula = Number("B2", "42");
        formula.CellFormula = new CellFormula("B1*2");
        var opened = Open(Workbook(
            Line(2, formula, new Cell(new CellValue("#N/A")) { CellReference = "C2", DataType = CellValues.Error }, Number("D2", "915000001234567000"), Text("E2", "好"))));

        Assert.Equal(["B2", "C2", "D2"], opened.Problems.Select(problem => problem.Address));
        Assert.Contains("「意见」的 B2 单元格是公式", opened.Problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("#N/A", opened.Problems[1].Message, StringComparison.Ordinal);
        Assert.Contains("15 位", opened.Problems[2].Message, StringComparison.Ordinal);
        Assert.Equal("E2", Assert.Single(opened.Sheets[0].Rows[0].Cells).Address);
    }

    [Fact]
    public void Merged_cells_each_carry_the_value_and_say_where_it_is_repeated()
    {
        var bytes = Workbook([new MergeCells(new MergeCell { Reference = "A1:A3" })], Line(1, Text("A1", "渝北区"), Text("B1", "甲")), Line(2, Text("B2", "乙")), Line(3, Text("B3", "丙")));

        var rows = Open(bytes).Sheets[0].Rows;

        Assert.Equal(["渝北区", "渝北区", "渝北区"], rows.Select(row => row.At(1)!.Text));
        Assert.Equal([false, true, true], rows.Select(row => row.At(1)!.IsRepeated));
    }

    [Fact]
    public void A_date_is_read_as_a_date()
    {
        var cell = Number("A1", "46348");
        cell.StyleIndex = 1;

        Assert.Equal("2026-11-22", Open(Workbook(Line(1, cell))).Sheets[0].Rows[0].At(1)!.Text);
    }

    [Fact]
    public void A_missing_sheet_is_named_with_those_that_are_there()
    {
        var problem = Assert.Single(Open(Workbook(Line(1, Text("A1", "x"))), "参数表").Problems);

        Assert.Equal(("参数表", ""), (problem.Sheet, problem.Address));
        Assert.Contains("现有：「意见」", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_workbook_beyond_the_limits_is_refused_with_the_place()
    {
        Assert.Contains("第 6000 行", Refuse(Workbook(Line(6000, Text("A6000", "x")))).Message, StringComparison.Ordinal);
        Assert.Contains("ZZ1", Refuse(Workbook(Line(1, Text("ZZ1", "x")))).Message, StringComparison.Ordinal);
        var everything = Refuse(Workbook([new MergeCells(new MergeCell { Reference = "A1:XFD1048576" })], Line(1, Text("A1", "x"))));
        Assert.Equal(FileRefusals.TooManyCells, everything.Code);
    }

    [Fact]
    public void What_is_not_a_sound_workbook_is_refused()
    {
        Assert.Equal(FileRefusals.ContentDiffers, Refuse("日期,意见"u8.ToArray()).Code);
        Assert.Equal(FileRefusals.Damaged, Refuse(Workbook(Line(1, new Cell(new CellValue("99")) { CellReference = "A1", DataType = CellValues.SharedString }))).Code);
        using var pdf = new MemoryStream(SmallPdf.Saying("opinion"));
        var refused = Assert.IsType<SpreadsheetResult.Refused>(new SpreadsheetReader().Read(pdf, "a.pdf", SpreadsheetLimits.Default));
        Assert.Equal(FileRefusals.TypeNotAccepted, refused.Refusal.Code);
    }

    private static decimal NumberOf(SheetContentRow row, int column)
    {
        Assert.True(row.At(column)!.TryNumber(out var number));
        return number;
    }

    private static SpreadsheetResult.Opened Open(byte[] bytes, params string[] required) => Assert.IsType<SpreadsheetResult.Opened>(
        new SpreadsheetReader().Read(new MemoryStream(bytes), "意见.xlsx", SpreadsheetLimits.Default, required));

    [Theory]
    [InlineData("""0\d""", "365")]
    [InlineData("""#,##0\ \d""", "365")]
    [InlineData("0_d", "365")]
    [InlineData("0*d", "365")]
    [InlineData("""0"d""" + "\"", "365")]
    [InlineData("[Red]0;[Blue]d", "365")]
    [InlineData("0.0E+00", "365")]
    [InlineData("General", "365")]
    [InlineData("G/通用格式", "365")]
    [InlineData("h:mm", "365")]
    [InlineData("0\\%", "365")]
    [InlineData("0%", "365")]
    [InlineData("m\"月\"", "1900-12-30")]
    [InlineData("e\"年\"m\"月\"", "1900-12-30")]
    [InlineData("[$-804]aaaa", "1900-12-30")]
    [InlineData("yyyy/m/d h:mm AM/PM", "1900-12-30")]
    [InlineData("yyyy-mm-dd hh:mm:ss.000;@", "1900-12-30")]
    public void A_number_is_a_day_only_where_its_format_shows_one(string format, string expected)
    {
        var cell = Number("A2", "365");
        cell.StyleIndex = 1;
        var read = Open(Workbook(format, [], Line(1, Text("A1", "天数")), Line(2, cell)));

        Assert.Equal(expected, read.Sheets[0].Rows[1].Cells[0].Text);
    }

    private static FileRefusal Refuse(byte[] bytes) => Assert.IsType<SpreadsheetResult.Refused>(
        new SpreadsheetReader().Read(new MemoryStream(bytes), "意见.xlsx", SpreadsheetLimits.Default)).Refusal;

    private static Row Line(uint number, params Cell[] cells) => new(cells.Cast<OpenXmlElement>()) { RowIndex = number };

    private static Cell Text(string address, string text) =>
        new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = address, DataType = CellValues.InlineString };

    private static Cell Number(string address, string number) => new(new CellValue(number)) { CellReference = address };

    private static byte[] Workbook(params Row[] rows) => Workbook([], rows);

    private static byte[] Workbook(OpenXmlElement[] afterData, params Row[] rows) => Workbook("yyyy\"年\"m\"月\"d\"日\"", afterData, rows);

    /// <summary>A workbook whose cells of style 1 have this number format.</summary>
    private static byte[] Workbook(string format, OpenXmlElement[] afterData, params Row[] rows)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { NumberFormatId = 170, FormatCode = format }),
                new Fonts(new Font()),
                new Fills(new Fill()),
                new Borders(new Border()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 170 }));
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet([new SheetData(rows.Cast<OpenXmlElement>()), .. afterData]);
            workbook.Workbook = new Workbook(new Sheets(new Sheet { Name = "意见", SheetId = 1, Id = workbook.GetIdOfPart(sheet) }));
        }

        return stream.ToArray();
    }
}
