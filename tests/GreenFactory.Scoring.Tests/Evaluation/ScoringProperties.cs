using System.Globalization;
using CsCheck;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Evaluation;

/// <summary>What holds for any answers at all.</summary>
public sealed class ScoringProperties
{
    private static readonly CompiledRuleSet General = Shipped.Compile("gbt36132-2025");
    private static readonly CompiledRuleSet[] Sets = [General, .. new[] { "gbt36132-2018", "park-legacy-2016", "park-2026", "industry-24-cement", "industry-04-coking" }.Where(Effort.Reads).Select(Shipped.Compile), SoundSet.Compile()];
    private static readonly DateOnly Day = new(2026, 7, 24);

    [Fact]
    public void Every_sheet_is_bounded_adds_up_replays_and_recomputes() => Gen.OneOf([.. Sets.Select(set => AnyFacts(set).Select(facts => (set, facts)))]).Sample(
        item =>
        {
            var (set, facts) = item;
            var sheet = set.Evaluate(facts, Day);
            Assert.All(sheet.Indicators, i => Assert.InRange(i.ExactScore, 0m, i.Max));
            Assert.All(sheet.Groups, g => Assert.Equal(g.Score, g.Adjustment + sheet.Indicators.Where(i => i.Group == g.Code).Sum(i => i.Score)));
            Assert.Equal(sheet.Total, sheet.Adjustment + sheet.Groups.Where(g => !g.Bonus).Sum(g => g.Score));
            Assert.InRange(sheet.Total, 0m, sheet.Max);
            Assert.Empty(Recomputation.Check(sheet));

            var frozen = ScoreSheetJson.Write(sheet);
            var again = set.Evaluate(FactsJson.Read(FactsJson.Write(facts)).Facts, Day);
            Assert.Equal(frozen, ScoreSheetJson.Write(again));
            Assert.Equal(frozen, ScoreSheetJson.Write(ScoreSheetReader.Read(frozen)));
            Assert.Equal(frozen, CanonicalJson.Canonicalise(frozen));
            var before = set.Evaluate(facts, Day, arithmetic: ScoreArithmetic.Decimal);
            Assert.Empty(Recomputation.Check(before));
            Assert.Equal(ScoreSheetJson.Write(before), ScoreSheetJson.Write(ScoreSheetReader.Read(ScoreSheetJson.Write(before))));
            Assert.Equal(
                ScoreSheetJson.Write(sheet with { Indicators = [.. sheet.Indicators.Select(i => i with { Trace = null, ParameterProvenance = null })] }),
                ScoreSheetJson.Write(set.Evaluate(facts, Day, explain: false)));
        },
        iter: Effort.Of(800));

    [Fact]
    public void Full_marks_everywhere_are_the_maximum_but_for_rounding_and_never_more() => Assert.All(Shipped.Files, file =>
    {
        var set = Shipped.Read(Shipped.IdOf(file));
        var generous = CompiledRuleSet.Compile(set with { Policies = set.Policies with { NotApplicable = NotApplicablePolicy.FullMarks } });
        var ruled = Facts.Empty.NotApplicable.AddRange(set.Indicators.Select(i => KeyValuePair.Create(i.Code, "测试")));

        var sheet = generous.Evaluate(Facts.Empty with { NotApplicable = ruled }, Day);

        Assert.InRange(sheet.Total, sheet.Max - 0.5m, sheet.Max);
        Assert.Equal(sheet.Total, sheet.Adjustment + sheet.Groups.Where(g => !g.Bonus).Sum(g => g.Score));
        Assert.Empty(Recomputation.Check(sheet));
    });

    /// <summary>Every indicator that is a number between two levels, in every shipped set: a better value never scores worse.</summary>
    [Fact]
    public void A_better_number_never_scores_worse_in_any_indicator() => Gen.Select(Gen.Int[0, Sets.Length - 1].Select(i => Sets[i]), Gen.Int[0, 1000], Gen.Decimal[0m, 500m], Gen.Decimal[0m, 500m]).Sample(
        (set, pick, x, y) =>
        {
            var linear = set.RuleSet.Indicators.Where(i => i.Leaf is LinearLeaf or RatioLeaf && Single(set, i) is not null).ToList();
            if (linear.Count == 0)
                return;
            var indicator = linear[pick % linear.Count];
            var (worse, better) = indicator.IsPositive == x <= y ? (x, y) : (y, x);
            var (low, high) = (At(set, indicator, worse), At(set, indicator, better));
            if (low.State == ScoreState.Scored && high.State == ScoreState.Scored)
                Assert.True(low.ExactScore <= high.ExactScore, $"{set.RuleSet.Id} {indicator.Code}: {worse} scores {low.ExactScore}, {better} scores {high.ExactScore}");
        },
        iter: Effort.Of(2000));

    private static IndicatorScore At(CompiledRuleSet set, Indicator indicator, decimal value) => set.Row(indicator.Code, Facts.Empty.With(Single(set, indicator)!, Text(value)));

    /// <summary>The one number that an indicator reads as it is, if it does.</summary>
    private static string? Single(CompiledRuleSet set, Indicator indicator)
    {
        var formula = indicator.Leaf switch { LinearLeaf l => l.Value, RatioLeaf r => r.Value, _ => "" };
        return set.RuleSet.Inputs.Any(i => i.Code == formula) ? formula : null;
    }

    [Fact]
    public void Less_energy_never_scores_worse_and_more_reuse_never_scores_worse() => Gen.Select(Gen.Decimal[1m, 200m], Gen.Decimal[0m, 50m]).Sample(
        (intensity, better) =>
        {
            var (worse, best) = (Energy(intensity + better), Energy(intensity));
            Assert.True(worse <= best, $"{intensity}+{better}: {worse} > {best}");
            Assert.True(Reuse(intensity) <= Reuse(intensity + better));
        },
        iter: Effort.Of(500));

    private static decimal Energy(decimal intensity) => Score("energy_intensity", Facts.Empty.With("energy_limit_applies", "true").WithRows("energy_products",
        [new Dictionary<string, string> { ["product"] = "GB 16780-2021:熟料单位产品综合能耗", ["energy"] = Text(intensity), ["output"] = "1000" }]));

    private static decimal Reuse(decimal reused) => Score("water_reuse", Facts.Empty.With("water_intake", "10").With("water_reused", Text(reused)));

    private static decimal Score(string indicator, Facts facts) => General.Evaluate(facts, Day, explain: false).Indicators.Single(i => i.Code == indicator).ExactScore;

    private static string Text(decimal value) => decimal.Round(value, 6).ToString(CultureInfo.InvariantCulture);

    /// <summary>Answers of every kind and quality: absent, plausible, absurd, unreadable; rulings of not applicable; products that exist and do not.</summary>
    private static Gen<Facts> AnyFacts(CompiledRuleSet set)
    {
        var number = Gen.OneOf(
            Gen.Const(""), Gen.Decimal[0m, 100m].Select(Text), Gen.Decimal[0m, 1_000_000m].Select(Text), Gen.OneOf("0", "-1", "１２,３４５", "abc", "1e9", "79228162514264337593543950335", "NaN"));
        var boolean = Gen.OneOf("", "true", "false", "也许");
        var inputs = set.RuleSet.Inputs.Select(input => (input.Type switch
        {
            InputType.Boolean => boolean,
            InputType.Choice or InputType.MultiChoice => Gen.OneOf([.. Options(set, input), "", "别的"]),
            _ => number,
        }).Select(text => (input.Code, text))).ToArray();
        var groups = set.RuleSet.RepeatGroups.Select(group => Sequence([.. group.Inputs.Select(input => (input.Type is InputType.Choice
            ? Gen.OneOf([.. Options(set, input), "没有的产品", ""])
            : input.Type is InputType.Boolean ? boolean : number).Select(text => (input.Code, text)))]).Array[0, 3].Select(rows => (group.Code, rows))).ToArray();
        var ruled = Gen.OneOf([.. set.RuleSet.Indicators.Select(i => i.Code)]).Array[0, 4];
        return Gen.Select(Sequence(inputs), Sequence(groups), ruled).Select((answers, filled, codes) =>
        {
            var facts = answers.Aggregate(Facts.Empty, (f, a) => f.With(a.Item1, a.Item2));
            foreach (var (group, rows) in filled)
                facts = facts.WithRows(group, rows.Select(row => (IReadOnlyDictionary<string, string>)row.ToDictionary(a => a.Item1, a => a.Item2)));
            return facts with { NotApplicable = facts.NotApplicable.AddRange(codes.Distinct().Select(c => KeyValuePair.Create(c, "测试"))) };
        });
    }

    private static IEnumerable<string> Options(CompiledRuleSet set, InputDefinition input) =>
        input.OptionsFrom is { } table ? set.RuleSet.Parameters.Single(p => p.Code == table).Rows.Take(6).Select(r => r.Key) : input.Options.Select(o => o.Code);

    private static Gen<(string, T)[]> Sequence<T>(Gen<(string, T)>[] gens) =>
        gens.Aggregate(Gen.Const(Array.Empty<(string, T)>()), (all, next) => Gen.Select(all, next).Select((a, n) => a.Append(n).ToArray()));
}
