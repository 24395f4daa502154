using System.Text.Json.Nodes;
using GreenFactory.Cli.Commands;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Cli;

/// <summary>What programs may rely on: exit codes, JSON with numbers as strings, errors on stderr with file, line and field.</summary>
public sealed class CommandLineTests
{
    private static readonly string Clinker = Path.Combine(Shipped.TestFolder, "Cli", "clinker.json");
    private static readonly string NotANumber = Path.Combine(Shipped.TestFolder, "Cli", "clinker-not-a-number.json");

    [Fact]
    public void Score_prints_the_clinker_line_as_exact_strings()
    {
        var (code, output, _) = Run("score", "--rules", "gbt36132-2025", "--facts", Clinker, "--as-of", "2026-07-24", "--allow-missing", "--json");

        Assert.Equal(0, code);
        var sheet = JsonNode.Parse(output)!;
        var row = sheet["indicators"]!.AsArray().Single(i => i!["code"]!.GetValue<string>() == "energy_intensity")!;
        Assert.Equal(
            ["能源消耗强度", "103", "kgce/t", "107", "100", "4.57", "4.5714285714285714285714285714", "8.00", "scored"],
            new[] { "name", "value", "unit", "baseline", "leading", "score", "exactScore", "max", "state" }.Select(field => row[field]!.GetValue<string>()));
        Assert.Equal(("4.57", "100.00", "2026-07-24"), (sheet["total"]!.GetValue<string>(), sheet["max"]!.GetValue<string>(), sheet["asOf"]!.GetValue<string>()));
        Assert.Equal("missing", sheet["gates"]![0]!["state"]!.GetValue<string>());
        Assert.False(sheet["gatesPassed"]!.GetValue<bool>());
    }

    [Fact]
    public void The_version_is_that_of_the_product()
    {
        using var output = new StringWriter();

        Assert.Equal(0, CommandLine.Run(["--version"], output, TextWriter.Null, TimeProvider.System));
        Assert.Matches(@"^\d+\.\d+\.\d+( \([0-9a-f]{8}\))?\s*$", output.ToString());
    }

    [Fact]
    public void Score_tells_the_preference_beside_the_sheet_and_does_not_decide_it_on_an_unconfirmed_benchmark()
    {
        string[] call = ["score", "--rules", "gbt36132-2025", "--facts", Clinker, "--as-of", "2026-07-24", "--allow-missing"];

        var preference = JsonNode.Parse(Run([.. call, "--json"]).Output)!["preference"]!;

        var row = Assert.Single(preference["rows"]!.AsArray())!;
        Assert.Equal(("undecided", "undecided"), (preference["state"]!.GetValue<string>(), row["state"]!.GetValue<string>()));
        Assert.Equal(["103", "100", "kgce/t", "标杆水平"], new[] { "value", "limit", "unit", "level" }.Select(field => row[field]!.GetValue<string>()));
        Assert.Contains("优先推荐条件  无法判定", Run(call).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Incomplete_facts_are_refused_with_file_line_and_field()
    {
        var (code, output, error) = Run("score", "--rules", "gbt36132-2025", "--facts", Clinker, "--as-of", "2026-07-24");

        Assert.Equal((1, ""), (code, output));
        Assert.Contains($"{Clinker}:2: inputs.output_value: ", error, StringComparison.Ordinal);
        Assert.Matches("工业总产值", error);
    }

    [Fact]
    public void An_unreadable_number_is_refused_on_its_line()
    {
        var (code, output, error) = Run("score", "--rules", "gbt36132-2025", "--facts", NotANumber, "--as-of", "2026-07-24", "--allow-missing");

        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith($"{NotANumber}:9: groups.energy_products[0].energy: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Unknown command 'frobnicate'", "frobnicate")]
    [InlineData(2, "Unknown option '--jason'", "rules", "list", "--jason")]
    [InlineData(2, "'--facts' is missing", "score", "--rules", "gbt36132-2025")]
    [InlineData(2, "does not belong", "rules", "list", "--as-of", "2026-01-01")]
    [InlineData(1, "no rule set 'nobody'", "rules", "show", "nobody")]
    [InlineData(1, "no facts file", "score", "--rules", "gbt36132-2025", "--facts", "nowhere.json")]
    public void A_wrong_command_line_says_what_is_wrong(int expected, string message, params string[] args)
    {
        var (code, _, error) = Run(args);

        Assert.Equal(expected, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void List_shows_all_57_sets_each_once()
    {
        var (code, output, _) = Run("rules", "list", "--json");

        Assert.Equal(0, code);
        var ids = JsonNode.Parse(output)!.AsArray().Select(s => s!["id"]!.GetValue<string>()).ToList();
        Assert.InRange(ids.Count, 57, int.MaxValue);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(53, ids.Count(id => id.StartsWith("industry-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_shipped_set_is_checked_and_its_cases_run()
    {
        var check = Run("rules", "check", "--all", "--json");
        var test = Run("rules", "test", "--all", "--json");

        Assert.Equal((0, 0), (check.Code, test.Code));
        Assert.All(JsonNode.Parse(check.Output)!.AsArray(), set => Assert.True(set!["green"]!.GetValue<bool>()));
        var cases = JsonNode.Parse(test.Output)!.AsArray();
        Assert.All(cases, golden => Assert.True(golden!["passed"]!.GetValue<bool>()));
        Assert.Equal(Shipped.Files.Count, cases.Select(golden => golden!["ruleSet"]!.GetValue<string>()).Distinct().Count());
    }

    [Fact]
    public void A_frozen_sheet_is_recomputed_and_a_changed_one_found_out()
    {
        var file = Path.Combine(Path.GetTempPath(), $"sheet-{Guid.NewGuid():N}.json");
        try
        {
            Assert.Equal(0, Run("score", "--rules", "gbt36132-2025", "--facts", Clinker, "--as-of", "2026-07-24", "--allow-missing", "--sheet", file).Code);
            Assert.Equal(0, Run("recompute", file).Code);
            var sheet = JsonNode.Parse(File.ReadAllText(file))!;
            sheet["indicators"]![0]!["trace"]!["args"]![0]!["args"]!.AsArray().Clear();
            File.WriteAllText(file, sheet.ToJsonString());

            var (code, output, error) = Run("recompute", file, "--json");

            Assert.Equal(1, code);
            Assert.False(JsonNode.Parse(output)!["sound"]!.GetValue<bool>());
            Assert.Contains("cannot be computed", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"format\": 7}")]
    [InlineData("{\"format\": \"greenfactory-scoresheet/1\"}")]
    [InlineData("{\"format\": \"greenfactory-scoresheet/1\", \"ruleSet\": null, \"rounding\": []}")]
    [InlineData("{\"format\": \"\\ud800\"}")]
    [InlineData("{\"format\": \"a\", \"format\": \"b\"}")]
    public void What_is_no_sheet_is_refused_with_its_file(string text)
    {
        var file = Path.Combine(Path.GetTempPath(), $"sheet-{Guid.NewGuid():N}.json");
        try
        {
            File.WriteAllText(file, text);

            var (code, output, error) = Run("recompute", file);

            Assert.Equal((1, ""), (code, output));
            Assert.StartsWith($"{file}:1: ", error, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Show_as_json_is_a_full_rule_set_even_for_an_overlay()
    {
        var (code, output, _) = Run("rules", "show", "industry-24-cement", "--json");

        Assert.Equal(0, code);
        var set = RuleSetReader.Read(output).RuleSet!;
        Assert.Equal(RuleSetWriter.ContentHash(Shipped.Read("industry-24-cement")), RuleSetWriter.ContentHash(set));
        Assert.Equal(6, set.Parameters.Single(t => t.Code == "energy_limit").Rows.Count);
    }

    [Fact]
    public void Diff_names_what_an_industry_set_changes()
    {
        var (code, output, _) = Run("rules", "diff", "gbt36132-2025", "industry-24-cement", "--json");

        Assert.Equal(0, code);
        var changes = JsonNode.Parse(output)!.AsArray();
        Assert.Contains(changes, c => c!["kind"]!.GetValue<string>() == "removed" && c["code"]!.GetValue<string>().StartsWith("GB 21342-2025:顶装焦炉", StringComparison.Ordinal));
        Assert.DoesNotContain(changes, c => c!["area"]!.GetValue<string>() == "指标");
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run([.. args, "--rules-dir", Shipped.Folder], output, error, TimeProvider.System);
        return (code, output.ToString(), error.ToString());
    }
}
