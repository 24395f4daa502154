using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using GreenFactory.Cli.Commands;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Cli;

/// <summary>Workbooks on the command line: out, in again, and refused with file and cell.</summary>
public sealed class WorkbookCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gf-workbook-").FullName;

    [Theory]
    [InlineData("industry-24-cement", "greenfactory-overlay/1")]
    [InlineData("gbt36132-2018", "greenfactory-ruleset/1")]
    public void A_set_goes_out_as_a_workbook_and_comes_in_as_the_same_files(string id, string format)
    {
        var workbook = Path.Combine(_folder, "规则集.xlsx");
        Assert.Equal(0, Run("rules", "export", id, "--xlsx", workbook).Code);

        var (code, output, _) = Run("rules", "import", workbook, "--out", _folder, "--json");

        Assert.Equal(0, code);
        var report = JsonNode.Parse(output)!;
        Assert.Equal(RuleSetWriter.ContentHash(Shipped.Read(id)), report["hash"]!.GetValue<string>());
        var written = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder, $"{id}.json")))!;
        Assert.Equal((id, format), (written["id"]!.GetValue<string>(), written["format"]!.GetValue<string>()));
        Assert.Equal(report["goldenCases"]!.GetValue<int>(), Directory.GetFiles(Path.Combine(_folder, "golden", id)).Length);
        Assert.Equal(0, Run("rules", "check", Path.Combine(_folder, $"{id}.json")).Code);
        Assert.Equal(0, Run("rules", "import", Path.Combine(_folder, $"{id}.json")).Code);
    }

    [Fact]
    public void A_wrong_cell_is_refused_with_file_and_place_and_marked_in_a_copy()
    {
        var workbook = Path.Combine(_folder, "规则集.xlsx");
        var marked = Path.Combine(_folder, "标注.xlsx");
        Run("rules", "export", "gbt36132-2018", "--xlsx", workbook);
        Change(workbook, "一级指标", "D3", "很多");

        var (code, output, error) = Run("rules", "import", workbook, "--out", _folder, "--marked", marked, "--json");

        Assert.Equal(1, code);
        Assert.StartsWith($"{workbook}:一级指标!D3: ", error, StringComparison.Ordinal);
        var problem = JsonNode.Parse(output)!["problems"]![0]!;
        Assert.Equal(("一级指标", "D3", "error"), (problem["sheet"]!.GetValue<string>(), problem["cell"]!.GetValue<string>(), problem["severity"]!.GetValue<string>()));
        Assert.True(File.Exists(marked));
        Assert.False(File.Exists(Path.Combine(_folder, "gbt36132-2018.json")));
    }

    [Fact]
    public void What_the_checker_finds_is_named_by_its_cell()
    {
        var workbook = Path.Combine(_folder, "规则集.xlsx");
        Run("rules", "export", "gbt36132-2018", "--xlsx", workbook);
        Change(workbook, "基本要求", "C3", " ");
        Change(workbook, "一级指标", "D3", "77");

        var (code, _, error) = Run("rules", "import", workbook);

        Assert.Equal(1, code);
        Assert.Contains("基本要求!C3", error, StringComparison.Ordinal);
        Change(workbook, "基本要求", "C3", "名称");
        (code, _, error) = Run("rules", "import", workbook);
        Assert.Equal(1, code);
        Assert.Contains(":一级指标!D3: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Say either --xlsx FILE or --json", "rules", "export", "gbt36132-2018")]
    [InlineData(2, "Say either --xlsx FILE or --json", "rules", "export", "gbt36132-2018", "--json", "--xlsx", "a.xlsx")]
    [InlineData(2, "An argument is missing", "rules", "import")]
    [InlineData(2, "for workbooks", "rules", "import", "a.json", "--marked", "b.xlsx")]
    [InlineData(1, "no rule set 'nobody'", "rules", "export", "nobody", "--json")]
    [InlineData(1, "nowhere.xlsx", "rules", "import", "nowhere.xlsx")]
    public void A_wrong_command_line_says_what_is_wrong(int expected, string message, params string[] args)
    {
        var (code, _, error) = Run(args);

        Assert.Equal(expected, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Export_as_json_carries_the_document_and_its_cases()
    {
        var (code, output, _) = Run("rules", "export", "industry-24-cement", "--json");

        Assert.Equal(0, code);
        var export = JsonNode.Parse(output)!;
        Assert.Equal("gbt36132-2025", export["document"]!["extends"]!["id"]!.GetValue<string>());
        Assert.NotEmpty(export["goldenCases"]!.AsArray());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Change(string file, string sheet, string address, string text)
    {
        using var document = SpreadsheetDocument.Open(file, isEditable: true);
        var part = document.WorkbookPart!;
        var worksheet = (WorksheetPart)part.GetPartById(part.Workbook!.Sheets!.Elements<Sheet>().Single(entry => entry.Name == sheet).Id!.Value!);
        var cell = worksheet.Worksheet!.Descendants<Cell>().Single(cell => cell.CellReference == address);
        cell.RemoveAllChildren();
        cell.DataType = CellValues.InlineString;
        cell.Append(new InlineString(new Text(text)));
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run([.. args, "--rules-dir", Shipped.Folder], output, error, TimeProvider.System);
        return (code, output.ToString(), error.ToString());
    }
}
