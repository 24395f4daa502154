using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Cli.Commands;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Scoring.Simulation;
using GreenFactory.Scoring.Tests.Simulation;

namespace GreenFactory.Scoring.Tests.Cli;

/// <summary>The dry run on the command line: exit codes, exact numbers, mistakes with file and line.</summary>
public sealed class SimulateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("greenfactory-simulate-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_folder_and_a_file_of_lines_give_the_same_exact_report()
    {
        var submissions = YearOfSubmissions.Of(9).Where(submission => submission.Facts.Inputs["output_value"].Text != "不详").ToList();
        var lines = Write("year.jsonl", string.Join('\n', submissions.Select(Line)));
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "year")).FullName;
        foreach (var submission in submissions)
            File.WriteAllText(Path.Combine(folder, $"{submission.Key}.json"), Line(submission));
        var changed = Write("new.json", RuleSetWriter.WriteReadable(YearOfSubmissions.Parameter(YearOfSubmissions.General)));

        var byLine = Run("simulate", "--old", "gbt36132-2025", "--new", changed, "--facts", lines, "--places", "3", "--json");
        var byFile = Run("simulate", "--old", "gbt36132-2025", "--new", changed, "--facts", folder, "--places", "3", "--json");

        Assert.Equal((0, ""), (byLine.Code, byLine.Error));
        Assert.Equal(byLine.Output, byFile.Output);
        var report = JsonNode.Parse(byLine.Output)!;
        Assert.Equal(submissions.Count, report["all"]!["count"]!.GetValue<int>());
        Assert.Equal("parameter", Assert.Single(report["causes"]!.AsArray())!["cause"]!.GetValue<string>());
        var change = Number(report["all"]!["newSum"]!) - Number(report["all"]!["oldSum"]!);
        Assert.Equal(change, report["effects"]!.AsArray().Sum(effect => Number(effect!["sum"]!)));
        var words = Run("simulate", "--old", "gbt36132-2025", "--new", changed, "--facts", lines, "--line", "70");
        Assert.Contains("得分线 70", words.Output, StringComparison.Ordinal);
        Assert.Contains("工业用水重复利用率", words.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Mistakes_are_named_with_file_line_and_field()
    {
        var good = YearOfSubmissions.Of(9).First(submission => submission.Facts.Inputs["output_value"].Text != "不详");
        var file = Write("wrong.jsonl", $"{Line(good)}\n{{\"fact\":{{}},\"facts\":{{}}}}\n{Line(good)}");
        var unreadable = Run("simulate", "--old", "gbt36132-2025", "--new", "gbt36132-2025", "--facts", file);
        Assert.Equal((1, ""), (unreadable.Code, unreadable.Output));
        Assert.Contains($"{file}:2: $.fact: ", unreadable.Error, StringComparison.Ordinal);
        Assert.Contains($"{file}:3: id: ", unreadable.Error, StringComparison.Ordinal);

        var folder = Directory.CreateDirectory(Path.Combine(_folder, "answers")).FullName;
        var answer = Path.Combine(folder, "one.json");
        File.WriteAllText(answer, "{\n  \"inputs\": {\n    \"output_value\": \"不详\"\n  }\n}");
        var refused = Run("simulate", "--old", "gbt36132-2025", "--new", "gbt36132-2025", "--facts", folder);
        Assert.Equal(1, refused.Code);
        Assert.StartsWith($"{answer}:3: inputs.output_value: ", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "'--new' is missing", "simulate", "--old", "gbt36132-2025", "--facts", "x")]
    [InlineData(2, "not both", "simulate", "--old", "a", "--new", "b", "--facts", "x", "--line", "1", "--places", "2")]
    [InlineData(2, "is not a number of places", "simulate", "--old", "a", "--new", "b", "--facts", "x", "--places", "2.5")]
    [InlineData(1, "no rule set 'nobody'", "simulate", "--old", "nobody", "--new", "gbt36132-2025", "--facts", "x")]
    [InlineData(1, "no folder or file 'nowhere'", "simulate", "--old", "gbt36132-2025", "--new", "gbt36132-2025", "--facts", "nowhere")]
    public void A_wrong_command_line_says_what_is_wrong(int expected, string message, params string[] args)
    {
        var (code, _, error) = Run(args);

        Assert.Equal(expected, code);
        Assert.Contains(message, error, StringComparison.Ordinal);
    }

    private static string Line(SimulatedSubmission submission) => new JsonObject
    {
        ["id"] = submission.Key,
        ["industry"] = submission.Industry,
        ["district"] = submission.District,
        ["submittedAt"] = submission.SubmittedAt.ToString("O", CultureInfo.InvariantCulture),
        ["asOf"] = submission.AsOf.ToString("O", CultureInfo.InvariantCulture),
        ["facts"] = JsonNode.Parse(FactsJson.Write(submission.Facts)),
    }.ToJsonString();

    private static decimal Number(JsonNode node) => decimal.Parse(node.GetValue<string>(), CultureInfo.InvariantCulture);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = CommandLine.Run(args, output, error, TimeProvider.System);
        return (code, output.ToString(), error.ToString());
    }
}
