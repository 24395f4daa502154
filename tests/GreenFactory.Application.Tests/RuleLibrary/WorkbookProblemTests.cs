using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Application.RuleLibrary.Workbook;
using GreenFactory.Infrastructure.Spreadsheets;
using GreenFactory.Testing.Workbooks;

namespace GreenFactory.Application.Tests.RuleLibrary;

/// <summary>What people do to workbooks never turns into a silent blank, zero or other number: it is refused at its cell, or taken with a notice.</summary>
public sealed class WorkbookProblemTests
{
    private const string Id = "gbt36132-2018";
    private const string Parameters = "gbt36132-2025";

    [Theory]
    [InlineData("权重", "应当是数字，现为“八分”")]
    [InlineData("带单位", "应当是数字，现为“8 分”")]
    [InlineData("散乱的逗号", "应当是数字，现为“1,2,3”")]
    [InlineData("日期", "单元格却是日期 2026-11-22")]
    [InlineData("百分比", "相差 100 倍")]
    [InlineData("公式", "是公式")]
    [InlineData("错误", "#REF!")]
    [InlineData("逻辑值", "单元格却是逻辑值 TRUE")]
    [InlineData("十六位", "超过 15 位")]
    [InlineData("过小", "过小")]
    [InlineData("空白", "请填写“权重分值”")]
    public void A_weight_that_is_no_plain_number_is_refused_at_its_cell(string what, string sentence)
    {
        using var edit = Open();
        var at = edit.At("指标", "weight", 3);
        switch (what)
        {
            case "权重": edit.Type("指标", at, "八分"); break;
            case "带单位": edit.Type("指标", at, "8 分"); break;
            case "散乱的逗号": edit.Type("指标", at, "1,2,3"); break;
            case "日期": edit.Number("指标", at, "46348", format: 14); break;
            case "百分比": edit.Number("指标", at, "0.08", format: 9); break;
            case "公式": edit.Formula("指标", at, "4*2", "8"); break;
            case "错误": edit.Error("指标", at); break;
            case "逻辑值": edit.Number("指标", at, "1"); edit.Cell("指标", at).DataType = CellValues.Boolean; break;
            case "十六位": edit.Number("指标", at, "1234567890123456"); break;
            case "过小": edit.Number("指标", at, "1E-40"); break;
            default: edit.Blank("指标", at); break;
        }

        var reading = Read(edit.Save());

        Assert.Null(reading.Document);
        var problem = Assert.Single(reading.Problems, found => !found.IsNotice);
        Assert.Equal($"指标!{at}", problem.Place);
        Assert.Contains(sentence, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("８", "8")]
    [InlineData(" 1,234.5 ", "1234.5")]
    [InlineData("0.107", "0.107")]
    public void A_number_kept_as_text_is_taken_with_a_notice(string typed, string taken)
    {
        using var edit = Open();
        var at = edit.At("指标", "weight", 3);
        edit.Type("指标", at, typed);

        var reading = Read(edit.Save());

        Assert.NotNull(reading.Document);
        var notice = Assert.Single(reading.Problems);
        Assert.True(notice.IsNotice);
        Assert.Equal(("指标", at), (notice.Sheet, notice.Address));
        Assert.Contains($"已按 {taken} 读入", notice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Codes_versions_and_points_typed_as_numbers_are_not_guessed()
    {
        using var edit = Open();
        var version = edit.At("说明", "value", edit.RowOf("说明", "code", "version"));
        var total = edit.At("用例", "total", 3);
        var number = edit.At("指标", "number", 3);
        edit.Number("说明", version, "1.1").Number("用例", total, "4.5").Number("指标", number, "12");

        var problems = Read(edit.Save()).Problems;

        Assert.Equal([$"说明!{version}", $"用例!{total}"], problems.Where(problem => !problem.IsNotice).Select(problem => problem.Place));
        Assert.Contains("已按“12”读入", Assert.Single(problems, problem => problem.IsNotice).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_blank_parameter_is_neither_zero_nor_missing_without_a_word()
    {
        using var edit = Open(Parameters);
        var at = edit.At("参数", "value.leading", 3);
        edit.Blank("参数", at);
        Assert.Contains("不是 0", Assert.Single(Read(edit.Save()).Problems, problem => problem.Place == $"参数!{at}").Message, StringComparison.Ordinal);

        using var other = Open(Parameters);
        var foreign = other.At("参数", "value.level1", 3);
        other.Number("参数", foreign, "5");
        Assert.Contains("没有“level1”这一列", Assert.Single(Read(other.Save()).Problems, problem => problem.Place == $"参数!{foreign}").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Merged_cells_are_refused_at_their_first_cell()
    {
        using var edit = Open();
        var problem = Assert.Single(Read(edit.Merge("基本要求", "B3:B4").Save()).Problems, found => !found.IsNotice);
        Assert.Equal("基本要求!B3", problem.Place);
        Assert.Contains("取消合并", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sheets_that_are_missing_renamed_hidden_or_there_twice_are_named()
    {
        using var renamed = Open();
        renamed.Entry("指标").Name = "评价指标";
        var problems = Read(renamed.Save()).Problems;
        Assert.Contains("缺少工作表「指标」", Assert.Single(problems, problem => !problem.IsNotice).Message, StringComparison.Ordinal);
        Assert.Contains("改回原名", Assert.Single(problems, problem => problem.Sheet == "评价指标").Message, StringComparison.Ordinal);

        using var hidden = Open();
        hidden.Entry("输入项").State = SheetStateValues.Hidden;
        Assert.Contains("取消隐藏", Assert.Single(Read(hidden.Save()).Problems).Message, StringComparison.Ordinal);

        using var twice = Open();
        twice.Entry("参数").Name = "定义";
        Assert.Contains(Read(twice.Save()).Problems, problem => problem.Sheet == "定义" && problem.Message.Contains("有 2 个", StringComparison.Ordinal));
    }

    [Fact]
    public void Headings_that_are_missing_moved_or_renamed_are_refused()
    {
        using var edit = Open();
        var (weight, kind) = (edit.At("指标", "weight", 2), edit.At("指标", "kind", 2));
        var title = edit.At("基本要求", "title", 1);
        edit.Type("指标", weight, "kind").Type("指标", kind, "weight").Type("基本要求", title, "标题");
        edit.Blank("输入项", edit.At("输入项", "unit", 2));

        var problems = Read(edit.Save()).Problems;

        Assert.Contains(problems, problem => problem.Place == $"指标!{weight}" && problem.Message.Contains("它却在", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Place == $"基本要求!{title}" && problem.Message.Contains("标题应为“名称”", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Sheet == "输入项" && problem.Message.Contains("第 2 行应为 unit", StringComparison.Ordinal));
    }

    [Fact]
    public void Codes_there_twice_or_nowhere_are_refused_at_their_cells()
    {
        using var edit = Open(Parameters);
        var gate = edit.At("基本要求", "code", 4);
        var table = edit.At("参数", "table", 3);
        var option = edit.At("选项", "input", 3);
        var part = edit.At("说明", "code", edit.RowOf("说明", "code", "title"));
        edit.Type("基本要求", gate, edit.Text("基本要求", edit.At("基本要求", "code", 3))).Type("参数", table, "nowhere").Type("选项", option, "nobody").Type("说明", part, "titel");

        var places = Read(edit.Save()).Problems.Where(problem => !problem.IsNotice).Select(problem => problem.Place).ToList();

        Assert.Superset(new HashSet<string> { $"基本要求!{gate}", $"参数!{table}", $"选项!{option}", $"说明!{part}", "说明" }, places.ToHashSet());
    }

    [Fact]
    public void Rows_below_an_indicator_are_numbered_without_gaps_and_use_the_columns_of_their_kind()
    {
        using var edit = Open();
        var below = edit.RowOf("指标", "node", "1");
        var (node, weight) = (edit.At("指标", "node", below), edit.At("指标", "weight", below));
        edit.Number("指标", weight, "3");
        Assert.Contains("不用“权重分值”", Assert.Single(Read(edit.Save()).Problems).Message, StringComparison.Ordinal);

        using var gap = Open();
        gap.Type("指标", node, "7");
        Assert.Contains(Read(gap.Save()).Problems, problem => problem.Place == $"指标!{node}" && problem.Message.Contains("层次应为 1", StringComparison.Ordinal));
    }

    [Fact]
    public void What_lies_outside_the_template_or_is_hidden_is_mentioned()
    {
        using var edit = Open();
        edit.Type("基本要求", "Z3", "我的备注");
        edit.Sheet("基本要求").Descendants<Row>().First(row => row.RowIndex! == 4u).Hidden = true;

        var reading = Read(edit.Save());

        Assert.NotNull(reading.Document);
        Assert.All(reading.Problems, problem => Assert.True(problem.IsNotice));
        Assert.Equal(["第 4 行被隐藏，内容仍然读入。", "Z 列在模板之外，没有读取。"], reading.Problems.Select(problem => problem.Message));
    }

    [Fact]
    public void Dates_are_understood_as_people_write_them_and_nothing_else()
    {
        using var edit = Open();
        var from = edit.At("说明", "value", edit.RowOf("说明", "code", "effectiveFrom"));
        Assert.Contains("已按 2026-01-05 读入", Assert.Single(Read(edit.Type("说明", from, "2026年1月5日").Save()).Problems).Message, StringComparison.Ordinal);
        foreach (var (typed, format) in new (string, uint?)[] { ("46348", null), ("46348.5", 22) })
        {
            using var wrong = Open();
            Assert.Equal($"说明!{from}", Assert.Single(Read(wrong.Number("说明", from, typed, format).Save()).Problems).Place);
        }
    }

    [Fact]
    public void A_marked_copy_keeps_the_workbook_shows_every_problem_and_is_clean_once_corrected()
    {
        using var edit = Open();
        var weight = edit.At("指标", "weight", 3);
        var title = edit.At("基本要求", "title", 3);
        edit.Type("指标", weight, "八分");
        edit.Blank("基本要求", title);
        var wrong = edit.Save();
        var problems = Read(wrong).Problems;

        var marked = ShippedWorkbooks.Reader.Mark(ShippedWorkbooks.Reader.Mark(wrong, problems), problems);

        using (var copy = new WorkbookEdit(marked))
        {
            Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(copy.Document, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath}: {error.Description}").Take(3));
            Assert.Equal("八分", copy.Text("指标", weight));
            Assert.Single(copy.Document.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>(), sheet => sheet.Name == RuleSetWorkbook.ProblemSheet);
            Assert.Equal(["须改正", "须改正"], new[] { "A2", "A3" }.Select(address => copy.Text(RuleSetWorkbook.ProblemSheet, address)));
            Assert.Contains($"指标!{weight}", copy.Sheet(RuleSetWorkbook.ProblemSheet).InnerText, StringComparison.Ordinal);
            Assert.Equal(2, copy.Sheet(RuleSetWorkbook.ProblemSheet).Descendants<Hyperlink>().Count());
            Assert.Contains("八分", copy.Text("指标", copy.At("指标", "#problem", 3)), StringComparison.Ordinal);
            Assert.Equal("FFFBDAD8", FillOf(copy, "指标", weight));
            copy.Number("指标", weight, "8").Type("基本要求", title, "名称");
            var corrected = copy.Save();
            Assert.Empty(Read(corrected).Problems);
            using var clean = new WorkbookEdit(ShippedWorkbooks.Reader.Mark(corrected, []));
            Assert.Null(FillOf(clean, "指标", weight));
            Assert.DoesNotContain("#problem", clean.Sheet("指标").InnerText, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_no_workbook_too_large_or_has_macros_is_refused()
    {
        Assert.Contains("不是 Excel 工作簿", Refused("{}"u8.ToArray(), "规则集.xlsx"), StringComparison.Ordinal);
        Assert.Contains("宏", Refused(WithPart("xl/vbaProject.bin", 10), "规则集.xlsx"), StringComparison.Ordinal);
        Assert.Contains("压缩炸弹", Refused(WithPart("xl/media/image1.bin", 40_000_000), "规则集.xlsx"), StringComparison.Ordinal);
        Assert.Contains("超过上限", Refused(new byte[11_000_000], "规则集.xlsx"), StringComparison.Ordinal);
        Assert.Contains("不含宏", Refused(RenamedMacroWorkbook(), "规则集.xlsx"), StringComparison.Ordinal);
        using var long_ = Open();
        Assert.Contains("第 30000 行", Refused(long_.Type("基本要求", "B30000", "x").Save(), "规则集.xlsx"), StringComparison.Ordinal);
    }

    private static WorkbookEdit Open(string id = Id) => new(ShippedWorkbooks.Workbook(id));

    private static WorkbookReading Read(byte[] workbook) => ShippedWorkbooks.Reader.Read(workbook, "规则集.xlsx");

    private static string Refused(byte[] content, string name)
    {
        var reading = ShippedWorkbooks.Reader.Read(content, name);
        Assert.False(reading.IsWorkbook);
        return Assert.Single(reading.Problems).Message;
    }

    /// <summary>A workbook that says of itself that it is of the kind with macros, under the other kind's extension.</summary>
    private static byte[] RenamedMacroWorkbook()
    {
        using var stream = new MemoryStream();
        stream.Write(ShippedWorkbooks.Workbook(Id));
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            var old = archive.GetEntry("[Content_Types].xml")!;
            string types;
            using (var reader = new StreamReader(old.Open()))
            {
                types = reader.ReadToEnd();
            }

            old.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("[Content_Types].xml").Open());
            writer.Write(types.Replace("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", StringComparison.Ordinal));
        }

        return stream.ToArray();
    }

    private static byte[] WithPart(string name, int length)
    {
        using var stream = new MemoryStream();
        stream.Write(ShippedWorkbooks.Workbook(Id));
        using (var archive = new System.IO.Compression.ZipArchive(stream, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = archive.CreateEntry(name).Open();
            part.Write(new byte[length]);
        }

        return stream.ToArray();
    }

    private static string? FillOf(WorkbookEdit edit, string sheet, string address)
    {
        var styles = edit.Document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!;
        var format = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)(edit.Cell(sheet, address).StyleIndex?.Value ?? 0));
        return styles.Fills!.Elements<Fill>().ElementAt((int)(format.FillId?.Value ?? 0)).PatternFill?.ForegroundColor?.Rgb?.Value;
    }
}
