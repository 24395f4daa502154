using System.Globalization;
using CsCheck;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Evaluation;

/// <summary>What holds for any answers at all.</summary>
public sealed class ScoringProperties
{
    private static readonly CompiledRuleSet General = Shipped.Compile("gbt36132-2025");
    private static readonly CompiledRuleSet Park = Shipped.Compile("park-legacy-2016");
    private static readonly DateOnly Day = new(2026, 7, 24);

    [Fact]
    public void Every_sheet_is_bounded_adds_up_replays_and_recomputes() => Gen.Select(Gen.Bool, AnyFacts(General), AnyFacts(Park)).Sample(
        (general, factory, park) =>
        {
            var (set, facts) = general ? (General, factory) : (Park, park);
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
            Assert.Equal(sheet.Total, set.Evaluate(facts, Day, explain: false).Total);
        },
        iter: 400);

    [Fact]
    public void Less_energy_never_scores_worse_and_more_reuse_never_scores_worse() => Gen.Select(Gen.Decimal[1m, 200m], Gen.Decimal[0m, 50m]).Sample(
        (intensity, better) =>
        {
            var (worse, best) = (Energy(intensity + better), Energy(intensity));
            Assert.True(worse <= best, $"{intensity}+{better}: {worse} > {best}");
            Assert.True(Reuse(intensity) <= Reuse(intensity + better));
        },
        iter: 500);

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
            InputType.Choice or InputType.MultiChoice => Gen.OneOf([.. input.Options.Select(o => o.Code), "", "别的"]),
            _ => number,
        }).Select(text => (input.Code, text))).ToArray();
        var row = Gen.Select(Gen.OneOf("GB 16780-2021:熟料单位产品综合能耗", "GB 21342-2025:顶装焦炉", "没有的产品", ""), number, number);
        var rows = row.Array[0, 3];
        var ruled = Gen.OneOf([.. set.RuleSet.Indicators.Select(i => i.Code)]).Array[0, 4];
        return Gen.Select(Sequence(inputs), rows, ruled).Select((answers, products, codes) =>
        {
            var facts = answers.Aggregate(Facts.Empty, (f, a) => f.With(a.Code, a.text));
            if (set == General)
            {
                facts = facts.WithRows("energy_products", products.Select(p =>
                    (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["product"] = p.Item1, ["energy"] = p.Item2, ["output"] = p.Item3 }));
            }

            return facts with { NotApplicable = facts.NotApplicable.AddRange(codes.Distinct().Select(c => KeyValuePair.Create(c, "测试"))) };
        });
    }

    private static Gen<(string Code, string text)[]> Sequence(Gen<(string Code, string text)>[] gens) =>
        gens.Aggregate(Gen.Const(Array.Empty<(string, string)>()), (all, next) => Gen.Select(all, next).Select((a, n) => (Array.Empty<(string, string)>()).Concat(a).Append(n).ToArray()));
}
