using CsCheck;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Scoring.Tests.Simulation;

/// <summary>A dry run says what the full evaluation would say, exactly, and why.</summary>
public sealed class SimulationTests
{
    private static readonly RuleSet General = YearOfSubmissions.General;

    private static readonly Gen<RuleSet> AnyChange = Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool, Gen.Enum<NotApplicablePolicy>(), Gen.Int[0, 4], Gen.Enum<RoundingPlace>())
        .Select((parameter, formula, weight, inputs, policy, places, at) =>
        {
            var set = parameter ? YearOfSubmissions.Parameter(General) : General;
            set = formula ? YearOfSubmissions.Formula(set) : set;
            set = weight ? YearOfSubmissions.Weight(set) : set;
            set = inputs ? YearOfSubmissions.Inputs(set) : set;
            return YearOfSubmissions.Policy(set, policy, places, at);
        });

    [Fact]
    public void Totals_and_effects_are_those_of_the_full_evaluation_whatever_changed() => Gen.Select(AnyChange, AnyChange, Gen.Int[1, 1000]).Sample((before, after, seed) =>
    {
        var simulation = RuleSetSimulation.Between(before, after);
        var comparison = VersionComparison.Between(before, after);
        var (old, now) = (CompiledRuleSet.Compile(before), CompiledRuleSet.Compile(after));
        foreach (var submission in YearOfSubmissions.Of(12, seed))
        {
            var outcome = simulation.Score(submission);
            Assert.Equal(old.Evaluate(submission.Facts, submission.AsOf, explain: false).Total, outcome.Before);
            Assert.Equal(now.Evaluate(submission.Facts, submission.AsOf, explain: false).Total, outcome.After);
            Assert.Equal(outcome.After - outcome.Before, outcome.Effects.Sum(effect => effect.Change));
            var steps = comparison.Attribute(submission.Facts, submission.AsOf).Steps;
            Assert.Equal(
                steps.SelectMany(s => s.Indicators.Select(i => (s.Causes[^1], i.Code, i.Change)).Append((s.Causes[^1], "", s.Spreading))).Where(e => e.Item3 != 0m).Order(),
                outcome.Effects.Select(e => (Last(e.Cause), e.Indicator, e.Change)).Order());
        }
    }, iter: Effort.Of(25));

    [Fact]
    public void The_same_set_changes_nothing() => Gen.Select(AnyChange, Gen.Int[1, 1000]).Sample((set, seed) =>
    {
        var renamed = set with { Version = "9.9.9", Title = "另一个名字", ProvenanceNote = "改了说明" };
        var report = Report(set, renamed, YearOfSubmissions.Of(30, seed), new SimulationLine(SimulationLineKind.Places, 10));

        Assert.Equal((0, 0, 0, 0), (report.All.Up, report.All.Down, report.All.Enters, report.All.Leaves));
        Assert.Empty(report.Causes);
        Assert.Empty(report.Effects);
        Assert.All(report.Moves, move => Assert.Equal(move.RankBefore, move.RankAfter));
        Assert.All(report.Bins, bin => Assert.Equal(bin.Before, bin.After));
    }, iter: Effort.Of(10));

    [Fact]
    public void Sums_by_cause_indicator_industry_and_district_are_the_whole_change_exactly_in_any_order() => Gen.Select(AnyChange, AnyChange, Gen.Int[1, 1000], Gen.Int[0, 100]).Sample((before, after, seed, points) =>
    {
        var submissions = YearOfSubmissions.Of(40, seed);
        var line = points % 2 == 0 ? new SimulationLine(SimulationLineKind.Points, points) : new SimulationLine(SimulationLineKind.Places, 1 + (points % 40));
        var report = Report(before, after, submissions, line);
        var change = report.All.SumAfter - report.All.SumBefore;

        Assert.Equal(change, report.Causes.Sum(cause => cause.Sum));
        Assert.Equal(change, report.Effects.Sum(effect => effect.Sum));
        Assert.Equal(change, report.Industries.Sum(part => part.SumAfter - part.SumBefore));
        Assert.Equal(change, report.Districts.Sum(part => part.SumAfter - part.SumBefore));
        Assert.Equal((40, 40), (report.Bins.Sum(bin => bin.Before), report.Bins.Sum(bin => bin.After)));
        Assert.Equal(Enumerable.Range(1, 40), report.Moves.Select(move => move.RankAfter));
        Assert.Equal(Enumerable.Range(1, 40), report.Moves.Select(move => move.RankBefore).Order());
        Assert.Equal(line.Kind == SimulationLineKind.Places ? report.All.Enters : report.All.Leaves, report.All.Leaves);

        var shuffled = Report(before, after, [.. submissions.OrderBy(submission => (submission.Key.GetHashCode(StringComparison.Ordinal) ^ seed, submission.Key))], line);
        Assert.Equal(Text(report), Text(shuffled));
    }, iter: Effort.Of(12));

    [Fact]
    public void What_the_new_set_cannot_use_is_named_with_its_field()
    {
        var submission = YearOfSubmissions.Of(1)[0];
        var outcome = RuleSetSimulation.Between(General, General with { Inputs = [.. General.Inputs.Select(i => i.Code == "floor_area" ? i with { Max = 1m } : i)] }).Score(submission with { Facts = submission.Facts.With("floor_area", "171000") });

        Assert.Empty(outcome.RefusedBefore);
        Assert.Equal("inputs.floor_area", Assert.Single(outcome.RefusedAfter).Path);
        Assert.Equal(EffectCause.Formula, outcome.Main!.Cause);
        Assert.Equal("plot_ratio", outcome.Main.Indicator);
    }

    private static SimulationReport Report(RuleSet before, RuleSet after, IReadOnlyList<SimulatedSubmission> submissions, SimulationLine? line) =>
        SimulationSummary.Of(RuleSetSimulation.Between(before, after).ScoreAll(submissions, 2), line);

    private static ChangeCause Last(EffectCause cause) => cause switch
    {
        EffectCause.Parameter => ChangeCause.Parameter,
        EffectCause.Weight => ChangeCause.Weight,
        EffectCause.Policy => ChangeCause.Policy,
        _ => ChangeCause.Formula,
    };

    private static string Text(SimulationReport report) => string.Join('\n', new object[] { report.All }
        .Concat(report.Bins).Concat(report.Causes).Concat(report.Effects).Concat(report.Industries).Concat(report.Districts)
        .Concat(report.Moves.Select(move => $"{move.Outcome.Submission.Key} {move.Outcome.Before} {move.Outcome.After} {move.RankBefore} {move.RankAfter} {move.Crossing} {move.Outcome.Main}")));
}
