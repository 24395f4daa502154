using System.Globalization;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.Checking;

/// <summary>
/// A worked example of a rule set: facts, the day, and what must come out. Points are compared with the rounded points of the sheet;
/// an expected value is compared after rounding to the places it was written with.
/// </summary>
public sealed record GoldenCase(string RuleSet, string Title, DateOnly AsOf, Facts Facts, string? Total, IReadOnlyList<GoldenExpectation> Expectations)
{
    /// <summary>How the expected numbers were worked out by hand.</summary>
    public string Note { get; init; } = "";

    /// <summary>Reads a case; every mistake of form is a problem with its line.</summary>
    public static (GoldenCase? Case, IReadOnlyList<Problem> Problems) Read(string json)
    {
        var problems = new List<Problem>();
        if (ObjectReader.From(LocatedJson.Parse(json, problems), problems) is not { } root)
            return (null, problems);
        var facts = ObjectReader.From(root.Node("facts"), problems);
        var golden = new GoldenCase(
            root.Text("ruleSet"),
            root.Text("title"),
            root.OptionalDate("asOf") ?? default,
            facts is null ? Facts.Empty : FactsJson.Read(facts, problems),
            root.OptionalText("total"),
            ReadExpectations(ObjectReader.From(root.Node("indicators"), problems), problems))
        {
            Note = root.OptionalText("note") ?? "",
        };
        root.Finish();
        if (golden.AsOf == default)
            root.Report("golden.asOf", "asOf", "缺少评价日期“asOf”。");
        return (golden, Problem.Told(problems));
    }

    /// <summary>What of the sheet differs from the expectation, one Chinese sentence each; nothing if the case holds.</summary>
    public IReadOnlyList<string> Differences(ScoreSheet sheet)
    {
        var differences = new List<string>();
        Compare("总分", Total, sheet.Total.ToString("F" + sheet.Places, CultureInfo.InvariantCulture), differences);
        foreach (var expected in Expectations)
        {
            if (sheet.Indicators.FirstOrDefault(i => i.Code == expected.Indicator) is not { } row)
            {
                differences.Add($"没有指标“{expected.Indicator}”。");
                continue;
            }

            Compare($"{row.Name} 得分", expected.Score, row.Score.ToString("F" + sheet.Places, CultureInfo.InvariantCulture), differences);
            Compare($"{row.Name} 状态", expected.State, ScoreSheetJson.Camel(row.State), differences);
            if (expected.Value is { } value)
                Compare($"{row.Name} 指标值", value, row.Value is { } actual ? decimal.Round(actual, Places(value), MidpointRounding.AwayFromZero).ToString("F" + Places(value), CultureInfo.InvariantCulture) : "无", differences);
        }

        return differences;
    }

    private static int Places(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0 : number.Length - point - 1;
    }

    private static void Compare(string what, string? expected, string actual, List<string> differences)
    {
        if (expected is not null && expected != actual)
            differences.Add($"{what}应为 {expected}，算出 {actual}。");
    }

    private static List<GoldenExpectation> ReadExpectations(ObjectReader? reader, List<Problem> problems)
    {
        var result = new List<GoldenExpectation>();
        foreach (var (code, node) in reader?.Members() ?? new Dictionary<string, LocatedJson>())
        {
            if (ObjectReader.From(node, problems) is not { } expected)
                continue;
            result.Add(new GoldenExpectation(code, expected.OptionalText("score"), expected.OptionalText("state"), expected.OptionalText("value")));
            expected.Finish();
        }

        return result;
    }
}

/// <summary>What one indicator must give: points as printed, state, value as printed; whatever is none is not compared.</summary>
public sealed record GoldenExpectation(string Indicator, string? Score, string? State, string? Value);
