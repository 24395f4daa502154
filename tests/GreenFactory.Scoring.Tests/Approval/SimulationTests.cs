using System.Globalization;
using System.Text.Json.Nodes;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Scoring.Tests.Approval;

/// <summary>A dry run tells the same year the same way every time: places, lines, parts, causes, and what could not be used.</summary>
public sealed class SimulationTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);

    private readonly JsonArray _cases = JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.TestFolder, "Approval", "sheets.json")))!.AsArray();

    /// <summary>What a new version can change, and several changes at once.</summary>
    private static readonly (string Name, string Json)[] Changes =
    [
        ("参数", """{"set": {"parameters[0].rows[0].values.leading": "9", "parameters[1].rows[0].values.level2": "110"}}"""),
        ("公式", """{"set": {"indicators[2].leaf.leading": "2", "indicators[8].leaf.points": "if(audit, 4, 1)", "definitions[0].formula": "used * 3"}}"""),
        ("权重", """{"set": {"indicators[0].weight": "15", "indicators[1].weight": "25", "groups[0].weight": "50", "groups[1].weight": "50", "indicators[3].weight": "20"}}"""),
        ("处理办法", """{"set": {"policies.notApplicable": "normaliseWithinGroup", "policies.rounding": {"mode": "toEven", "places": "0", "at": "total"}, "policies.scaleTo": "120"}}"""),
        ("读不了的参数", """
            {"set": {"parameters[0].columns[0].code": "best", "parameters[0].rows[0].values": {"best": "10", "baseline": "2"},
              "indicators[6].leaf.leading": "lookup(\"targets\", \"per_energy\", \"best\")",
              "indicators[7].leaf.children[0].leaf.leading": "lookup(\"targets\", \"per_energy\", \"best\")"}}
            """),
        ("指标增减", """{"set": {"indicators[3].code": "design_anew", "indicators[8].group": "other", "indicators[8].code": "kept", "inputs[0].max": "5000"}}"""),
        ("附加项变为主项", """{"set": {"groups[2].bonus": false, "groups[1].bonus": true}}"""),
        ("满分制", """{"set": {"policies.notApplicable": "fullMarks", "parameters[0].rows[0].values.leading": "9", "indicators[2].leaf.leading": "2", "indicators[0].weight": "15"}}"""),
        ("只是文字", """{"set": {"title": "另一个名字", "indicators[0].name": "新名", "gates[0].text": "新", "indicators[0].evidence": ["甲"], "policies.passLine": "70"}}"""),
    ];

    [Fact]
    public void A_year_of_submissions_under_an_old_and_a_new_set_is_reported_as_it_was_approved() => Approved.Equal("Approval/simulation.approved.txt", Changes.SelectMany((change, i) =>
    {
        var line = (i % 3) switch { 0 => new SimulationLine(SimulationLineKind.Points, 40m), 1 => new SimulationLine(SimulationLineKind.Places, 12m), _ => null };
        var (before, after) = (Rich.Set(), Rich.Altered(JsonNode.Parse(change.Json)!.AsObject()));
        var outcomes = RuleSetSimulation.Between(before, after).ScoreAll(Year(), 2);
        Assert.All(outcomes, outcome => Assert.Equal(CompiledRuleSet.Compile(after).Evaluate(outcome.Submission.Facts, Day, explain: false).Total, outcome.After));
        return Told(SimulationSummary.Of(outcomes, line)).Concat(Attributed(before, after)).Prepend($"== {change.Name}");
    }));

    [Fact]
    public void Nobody_at_all_makes_an_empty_report()
    {
        var report = SimulationSummary.Of([], new SimulationLine(SimulationLineKind.Places, 3m));

        Assert.Empty(report.Bins);
        Assert.Empty(report.Moves);
        Assert.Equal((0, 0m, 0m), (report.All.Count, report.All.SumBefore, report.All.SumAfter));
    }

    [Theory]
    [InlineData("0", "0", "0-5:1/1")]
    [InlineData("4.99", "5", "0-5:1/1")]
    [InlineData("4.99", "5.01", "0-5:1/0 5-10:0/1")]
    [InlineData("5", "5", "5-10:1/1")]
    [InlineData("95", "100", "95-100:1/1")]
    [InlineData("12.5", "31", "10-15:1/0 15-20:0/0 20-25:0/0 25-30:0/0 30-35:0/1")]
    public void A_stretch_of_the_distribution_has_its_lower_end_and_the_last_one_both(string before, string after, string bins)
    {
        var (was, now) = (decimal.Parse(before, CultureInfo.InvariantCulture), decimal.Parse(after, CultureInfo.InvariantCulture));
        var outcome = new SimulatedOutcome(new SimulatedSubmission("a", Facts.Empty, Day), was, now, [], [], []);

        Assert.Equal(bins, string.Join(" ", SimulationSummary.Of([outcome], null).Bins.Select(b => $"{N(b.From)}-{N(b.To)}:{b.Before}/{b.After}")));
    }

    [Theory]
    [InlineData(SimulationLineKind.Points, "60", "59.99", 1, false)]
    [InlineData(SimulationLineKind.Points, "60", "60", 9, true)]
    [InlineData(SimulationLineKind.Places, "3", "0", 3, true)]
    [InlineData(SimulationLineKind.Places, "3", "100", 4, false)]
    public void Whoever_is_exactly_on_the_line_is_inside(SimulationLineKind kind, string value, string total, int rank, bool inside) =>
        Assert.Equal(inside, new SimulationLine(kind, decimal.Parse(value, CultureInfo.InvariantCulture)).Holds(decimal.Parse(total, CultureInfo.InvariantCulture), rank));

    [Fact]
    public void Of_equal_totals_the_earlier_ranks_first_and_then_the_smaller_key()
    {
        SimulatedOutcome Outcome(string key, int minute) => new(
            new SimulatedSubmission(key, Facts.Empty, Day) { SubmittedAt = new DateTimeOffset(2026, 7, 1, 0, minute, 0, TimeSpan.Zero) }, 50m, 50m, [], [], []);

        Assert.Equal(["c", "a", "b"], SimulationSummary.Of([Outcome("b", 5), Outcome("a", 5), Outcome("c", 4)], null).Moves.Select(m => m.Outcome.Submission.Key));
    }

    [Fact]
    public void The_main_effect_is_the_largest_either_way_and_of_equal_ones_the_first_cause()
    {
        SimulatedEffect[] effects = [new(EffectCause.Weight, "b", 2m), new(EffectCause.Formula, "z", -2m), new(EffectCause.Formula, "a", 2m), new(EffectCause.Parameter, "c", 1m)];

        Assert.Equal(effects[2], SimulatedOutcome.Largest(effects));
        Assert.Null(SimulatedOutcome.Largest([]));
    }

    [Fact]
    public void Submissions_are_read_or_refused_as_it_was_approved() => Approved.Equal("Approval/submissions.approved.txt", new[]
    {
        "7",
        """{"inputs": {"energy": "1"}}""",
        "{\n\"inputz\": {},\n\"inputs\": {\n\"a\": {}}}",
        """{"facts": {"inputs": {"energy": "1"}}, "id": "甲", "industry": "3011", "district": "东区", "submittedAt": "2026-07-24T09:00:00+08:00", "asOf": "2026-01-02"}""",
        """{"facts": {}, "submittedAt": "2026-07-24"}""",
        "{\n\"facts\": {\n\"inputs\": {\n\"a\": \"1\"}},\n\"submittedAt\": \"昨天\"}",
        """{"facts": 5, "id": 7, "asOf": "x", "distric": "y"}""",
    }.SelectMany(json =>
    {
        var reading = SubmissionJson.Read(json, "键", Day);
        var read = reading.Submission;
        return reading.Problems.Select(Approved.Line).Prepend(
            $"  {read.Key} {read.AsOf:O} {read.Industry} {read.District} {read.SubmittedAt:O} {FactsJson.Write(read.Facts)} "
            + $"lines {reading.LineOf("inputs.a")} {reading.LineOf("inputs.energy")} {reading.LineOf("x")}").Prepend(json);
    }));

    private List<SimulatedSubmission> Year() => [.. _cases.Select((entry, i) => new SimulatedSubmission($"案{i:D2}", FactsJson.Read(entry!["facts"]!.ToJsonString()).Facts, Day)
    {
        Industry = i % 3 == 0 ? "" : $"30{i % 3}1",
        District = $"第{i % 4}区",
        SubmittedAt = new DateTimeOffset(2026, 7, 1, 0, i * 7 % 11, 0, TimeSpan.Zero),
    })];

    private IEnumerable<string> Attributed(RuleSet before, RuleSet after)
    {
        var comparison = VersionComparison.Between(before, after);
        return Year().SelectMany(submission =>
        {
            var attribution = comparison.Attribute(submission.Facts, Day);
            return attribution.Steps.Select(step =>
                $"  {submission.Key} {N(attribution.Before)}→{N(attribution.After)} {string.Join("+", step.Causes)} {N(step.Change)} "
                + $"{string.Join(" ", step.Indicators.Select(i => $"{i.Code}({i.Name}) {N(i.Change)}"))} spread {N(step.Spreading)}");
        });
    }

    private static IEnumerable<string> Told(SimulationReport report) =>
    [
        Part(report.All),
        .. report.Bins.Select(b => $"bin {N(b.From)}-{N(b.To)} {b.Before} {b.After}"),
        .. report.Industries.Concat(report.Districts).Select(Part),
        .. report.Causes.Select(c => $"cause {c.Cause} {N(c.Sum)} {c.Moved}"),
        .. report.Effects.Select(e => $"effect {e.Cause} {e.Indicator} {N(e.Sum)} {e.Moved}"),
        .. report.Moves.Select(m => $"{m.RankBefore}→{m.RankAfter} {m.Outcome.Submission.Key} {N(m.Outcome.Before)}→{N(m.Outcome.After)} {N(m.Change)} "
            + $"{m.Crossing} {m.Outcome.Main?.Cause} {m.Outcome.Main?.Indicator} "
            + $"{string.Join(",", m.Outcome.RefusedBefore.Select(p => p.Path))} | {string.Join(",", m.Outcome.RefusedAfter.Select(p => p.Path))}"),
        $"refused {report.WithRefusedAnswers}",
    ];

    private static string Part(SimulatedPart part) =>
        $"part {part.Name} {part.Count} {N(part.SumBefore)}→{N(part.SumAfter)} up {part.Up} down {part.Down} enters {part.Enters} leaves {part.Leaves} mean {N(decimal.Round(part.MeanChange, 6))}";

    private static string N(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
