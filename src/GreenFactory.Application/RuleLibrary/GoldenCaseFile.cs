using System.Text.Json;
using System.Text.Json.Nodes;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>A golden case run against a rule set.</summary>
/// <param name="Position">Its place among the cases, from 0.</param>
/// <param name="Case">The case.</param>
/// <param name="Total">The total that came out, as printed.</param>
/// <param name="Differences">What differs from the expectation, one Chinese sentence each; empty when it holds.</param>
public sealed record GoldenRun(int Position, GoldenCase Case, string Total, IReadOnlyList<string> Differences);

/// <summary>The golden cases of a version as they are stored: a JSON array of case documents.</summary>
public static class GoldenCaseFile
{
    /// <summary>Reads the cases; every mistake is a problem that names the case.</summary>
    public static (IReadOnlyList<GoldenCase> Cases, IReadOnlyList<Problem> Problems) Read(string json)
    {
        var cases = new List<GoldenCase>();
        var problems = new List<Problem>();
        if (Parse(json) is not { } array)
        {
            return ([], [new Problem("golden.form", "$", "用例文件应当是一个 JSON 数组，每个用例一项。")]);
        }

        for (var i = 0; i < array.Count; i++)
        {
            var (golden, found) = GoldenCase.Read(array[i]?.ToJsonString() ?? "null");
            problems.AddRange(found.Select(problem => problem with { Path = $"$[{i}]{problem.Path[1..]}", Line = 0 }));
            if (golden is not null)
            {
                cases.Add(golden);
            }
        }

        return (cases, problems);
    }

    /// <summary>Runs the cases.</summary>
    public static IReadOnlyList<GoldenRun> Run(CompiledRuleSet rules, IReadOnlyList<GoldenCase> cases) =>
    [
        .. cases.Select((golden, position) =>
        {
            var sheet = rules.Evaluate(golden.Facts, golden.AsOf, explain: false);
            return new GoldenRun(position, golden, Printed(sheet, sheet.Total), golden.Differences(sheet));
        }),
    ];

    /// <summary>The cases with the outcome of one of them written in as what is expected.</summary>
    /// <param name="json">The stored cases.</param>
    /// <param name="position">Which, from 0.</param>
    /// <param name="rules">The rule set whose outcome is taken.</param>
    public static string Accept(string json, int position, CompiledRuleSet rules)
    {
        var array = Parse(json)!;
        var document = array[position]!.AsObject();
        var golden = GoldenCase.Read(document.ToJsonString()).Case!;
        var sheet = rules.Evaluate(golden.Facts, golden.AsOf, explain: false);
        if (golden.Total is not null)
        {
            document["total"] = Printed(sheet, sheet.Total);
        }

        foreach (var (code, expected) in document["indicators"]?.AsObject() ?? [])
        {
            if (sheet.Indicators.FirstOrDefault(row => row.Code == code) is { } row && expected is JsonObject wanted)
            {
                Replace(wanted, row, sheet);
            }
        }

        return Write(array);
    }

    /// <summary>Cases as they are stored.</summary>
    public static string Write(IEnumerable<string> documents) => Write(new JsonArray([.. documents.Select(document => JsonNode.Parse(document))]));

    private static void Replace(JsonObject wanted, IndicatorScore row, ScoreSheet sheet)
    {
        if (wanted.ContainsKey("score"))
        {
            wanted["score"] = Printed(sheet, row.Score);
        }

        if (wanted.ContainsKey("state"))
        {
            wanted["state"] = JsonNamingPolicy.CamelCase.ConvertName(row.State.ToString());
        }

        if (wanted.ContainsKey("value"))
        {
            wanted["value"] = row.Value is { } value ? value.ToString("0.############################", System.Globalization.CultureInfo.InvariantCulture) : null;
        }
    }

    private static string Printed(ScoreSheet sheet, decimal number) => number.ToString("F" + sheet.Places, System.Globalization.CultureInfo.InvariantCulture);

    private static string Write(JsonArray array) => CanonicalJson.Canonicalise(array.ToJsonString());

    private static JsonArray? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json) as JsonArray;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
