using System.Globalization;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Evaluation;

/// <summary>Points are exact until the one rounding that the set names; sheets that were frozen by rounding at every step keep their numbers.</summary>
public sealed class ExactArithmeticTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);
    private static readonly CompiledRuleSet General = Shipped.Compile("gbt36132-2025");
    private static readonly CompiledRuleSet Park = Shipped.Compile("park-legacy-2016");

    /// <summary>Every footprint ratio there is up to 48 of 48: six points times the share, a half rounded up, worked out in whole numbers.</summary>
    [Fact]
    public void Every_footprint_ratio_is_rounded_from_its_exact_value()
    {
        var lower = 0;
        for (var all = 1; all <= 48; all++)
        {
            for (var some = 0; some <= all; some++)
            {
                var expected = ((2 * 600 * some) + all) / (2 * all);
                var facts = Facts.Empty.With("footprint_categories", Text(some)).With("product_categories", Text(all));
                var row = General.Row("carbon_footprint", facts);
                Assert.Equal((some, all, expected / 100m), (some, all, row.Score));
                var before = General.Evaluate(facts, Day, arithmetic: ScoreArithmetic.Decimal).Indicators.Single(i => i.Code == "carbon_footprint");
                lower += before.Score == row.Score - 0.01m ? 1 : 0;
            }
        }

        Assert.True(lower > 0, "The old arithmetic is to differ somewhere, or this test shows nothing.");
    }

    [Fact]
    public void Six_of_forty_eight_is_an_eighth_and_prints_as_it_rounds()
    {
        var facts = Facts.Empty.With("footprint_categories", "1").With("product_categories", "48");

        var row = General.Row("carbon_footprint", facts);

        Assert.Equal((0.125m, 0.13m), (row.ExactScore, row.Score));
        Assert.Equal(0.12m, General.Evaluate(facts, Day, arithmetic: ScoreArithmetic.Decimal).Indicators.Single(i => i.Code == "carbon_footprint").Score);
    }

    [Theory]
    [InlineData("98", "99.9444444444444444444444444444", "99.94")]
    [InlineData("100", "100", "100.00")]
    public void A_park_is_rounded_once_and_only_a_perfect_one_has_full_marks(string disposed, string exact, string total)
    {
        var sheet = Park.Evaluate(Perfect(Park).With("solid_disposed_rate", disposed), Day);

        Assert.Equal(decimal.Parse(exact, CultureInfo.InvariantCulture), sheet.ExactTotal);
        Assert.Equal(decimal.Parse(total, CultureInfo.InvariantCulture), sheet.Total);
        Assert.Empty(Recomputation.Check(sheet));
        AddsUp(sheet);
    }

    /// <summary>31.1 of 36 points of weight: 86.3889, which is 86.39 and not the sum of rows that were rounded one by one.</summary>
    [Fact]
    public void A_park_with_86_3889_has_86_39()
    {
        var facts = Perfect(Park).With("solid_disposed_rate", "50").With("good_air", "48").With("hightech_output", "0").With("green_value_added", "300000");

        var sheet = Park.Evaluate(facts, Day);

        Assert.Equal(decimal.Round(sheet.ExactTotal, 2, MidpointRounding.AwayFromZero), sheet.Total);
        Assert.NotEqual(sheet.Total, sheet.Indicators.Sum(row => row.Score));
        Assert.Empty(Recomputation.Check(sheet));
        AddsUp(sheet);
    }

    [Fact]
    public void A_choice_is_capped_only_where_the_set_says_so()
    {
        var leaf = new ChooseLeaf(1, ChooseMode.Best, [.. "ab".Select(c => new ChooseChild(c.ToString(), "8", "项", "", IndicatorType.PositiveQuantitative, new RatioLeaf("3", "2", c == 'a' ? null : 1m)))]);
        var set = SoundSet.Compile(s => s.WithLeaf("intensity", leaf));

        var row = set.Row("intensity", Facts.Empty);

        Assert.Equal(row.Weight * 1.5m, row.ExactScore);
        Assert.Equal(["a"], row.Rows.Where(child => child.Counted).Select(child => child.Code));
    }

    /// <summary>The alternatives that were not taken stand in the trace with all their steps, and which was taken is proved by them.</summary>
    [Fact]
    public void What_a_choice_did_not_take_is_told_and_a_choice_that_was_turned_round_is_found()
    {
        var sheet = Park.Evaluate(Perfect(Park), Day);
        var choice = sheet.Indicators.First(row => row.Rows.Count(child => child.State == ScoreState.Scored) > 1 && row.Rows.Any(child => !child.Counted));
        var node = Find(choice.Trace!, "choose")!;

        Assert.Equal(choice.Rows.Count, node.Arguments.Count);
        var frozen = ScoreSheetJson.Write(sheet with { Indicators = [.. sheet.Indicators.Select(row => row.Code == choice.Code ? row with { Trace = Turned(row.Trace!) } : row)] });
        Assert.Contains(Recomputation.Check(ScoreSheetReader.Read(frozen)), m => m.Where.StartsWith(choice.Code, StringComparison.Ordinal));
    }

    /// <summary>Sheets that the release before froze, byte for byte: still replayed to the same bytes, still sound.</summary>
    [Fact]
    public void Sheets_frozen_before_are_replayed_to_the_last_digit_by_the_arithmetic_they_were_made_with()
    {
        var frozen = Directory.GetFiles(Path.Combine(Shipped.TestFolder, "Evaluation", "frozen"), "*.json");
        Assert.NotEmpty(frozen);
        Assert.All(frozen, file =>
        {
            var text = File.ReadAllText(file);
            var sheet = ScoreSheetReader.Read(text);
            Assert.Equal(ScoreArithmetic.Decimal, ScoreSheetJson.ArithmeticOf(text));
            Assert.Equal(text, ScoreSheetJson.Write(sheet));
            Assert.Empty(Recomputation.Check(sheet));
        });
    }

    private static TraceNode? Find(TraceNode node, string operation) => node.Operation == operation ? node : node.Arguments.Select(a => Find(a, operation)).FirstOrDefault(found => found is not null);

    private static TraceNode Turned(TraceNode node) => node.Operation == "choose"
        ? node with { Arguments = [.. node.Arguments.Select(child => child with { Formula = child.Formula == "taken" ? "left" : "taken" })] }
        : node with { Arguments = [.. node.Arguments.Select(Turned)] };

    private static void AddsUp(ScoreSheet sheet)
    {
        Assert.All(sheet.Groups, g => Assert.Equal(g.Score, g.Adjustment + sheet.Indicators.Where(i => i.Group == g.Code).Sum(i => i.Score)));
        Assert.Equal(sheet.Total, sheet.Adjustment + sheet.Groups.Where(g => !g.Bonus).Sum(g => g.Score));
    }

    /// <summary>Answers with which every ratio of the park is at its leading value or better.</summary>
    private static Facts Perfect(CompiledRuleSet park) => park.RuleSet.Inputs.Aggregate(Facts.Empty, (facts, input) => facts.With(input.Code, input.Code switch
    {
        "value_added" => "1000000",
        "total_output" => "1000000",
        "hightech_output" => "1000000",
        "green_value_added" => "1000000",
        "park_energy" or "final_energy" or "fresh_water" or "industrial_land" or "workers" or "park_solid_generated" or "park_wastewater" => "1",
        "park_solid_prior" => "0",
        "pollutant_elasticity" => "0",
        _ when input.Type == InputType.Boolean => "true",
        _ => "100",
    }));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
