using CsCheck;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Evaluation;

/// <summary>The scoring formulas themselves, for any numbers at all.</summary>
public sealed class LeafScoringTests
{
    private static readonly Gen<decimal> Number = Gen.OneOf(
        Gen.Decimal[-1000m, 1000m], Gen.Decimal[0m, 1m], Gen.OneOf(0m, 0.0000000000000000000000000001m, -79228162514264337593543950335m, 79228162514264337593543950335m, 1m / 3m));

    private static readonly Gen<decimal> Weight = Gen.OneOf(Gen.Decimal[0.0001m, 100m], Gen.OneOf(20m / 3m, 10m / 3m, 0.0001m, 100_000m));

    [Fact]
    public void Linear_and_ratio_are_bounded_and_never_worse_for_a_better_value() => Gen.Select(Weight, Gen.Bool, Number, Number, Number, Number).Sample(
        (weight, positive, x, y, l, b) =>
        {
            var (worse, better) = positive == x <= y ? (x, y) : (y, x);
            Rising(weight, v => LeafScoring.Linear(weight, positive, Value.Of(v), Value.Of(l), Value.Of(b)), worse, better);
            Rising(weight, v => LeafScoring.Ratio(weight, positive, 1m, Value.Of(v), Value.Of(l)), worse, better);
        },
        iter: Effort.Of(50_000));

    [Fact]
    public void A_weighted_mean_lies_between_the_least_and_the_most() => Gen.Select(Weight, Gen.Decimal[0m, 1m], Gen.Select(Gen.Decimal[0m, 1_000_000m], Gen.Decimal[0m, 1m]).Array[1, 6]).Sample(
        (weight, share, rows) =>
        {
            Value[] weights = [.. rows.Select(r => Value.Of(r.Item1))];
            Value[] points = [.. rows.Select(r => Value.Of(weight * r.Item2))];
            var mean = LeafScoring.WeightedMean(weights, points);
            if (mean.IsKnown)
                Assert.InRange(mean.Number, points.Min(p => p.Number), points.Max(p => p.Number));
            else
                Assert.Equal((ValueState.Error, 0m), (mean.State, rows.Sum(r => r.Item1)));
        },
        iter: Effort.Of(20_000));

    [Fact]
    public void A_negative_row_weight_is_an_error_of_its_row_and_never_lifts_the_mean()
    {
        var facts = Facts.Empty.With("limited", "是").WithRows("products",
        [
            new Dictionary<string, string> { ["product"] = "k1", ["used"] = "10", ["output"] = "100" },
            new Dictionary<string, string> { ["product"] = "k1", ["used"] = "-5", ["output"] = "100" },
        ]);

        var row = SoundSet.Compile().Row("intensity", facts);

        Assert.Equal((ScoreState.Error, 0m), (row.State, row.Score));
        Assert.Contains("加权参数为负", row.Rows[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.6", 1.39)]
    [InlineData("0", 2.78)]
    [InlineData("-1", 2.78)]
    public void An_inverse_ratio_at_or_below_zero_is_best(string elasticity, double points) =>
        Assert.Equal((decimal)points, Shipped.Compile("park-legacy-2016").Row("p24", Facts.Empty.With("pollutant_elasticity", elasticity)).Score);

    [Fact]
    public void A_ratio_without_cap_stays_within_reason()
    {
        var set = SoundSet.Compile(s => s.WithLeaf("ratio_row", new RatioLeaf("value / energy", "8", null)));

        Assert.Equal(7.5m, set.Row("ratio_row", Facts.Empty.With("value", "12").With("energy", "1")).Score);
        Assert.Equal(ScoreState.Error, set.Row("ratio_row", Facts.Empty.With("value", "7922816251426433759354395").With("energy", "0.001")).State);
        Assert.Equal(ScoreState.Error, set.Row("ratio_row", Facts.Empty.With("value", "9000000").With("energy", "1")).State);
    }

    [Fact]
    public void A_division_by_zero_names_the_answer_and_its_row()
    {
        var set = SoundSet.Compile();
        var rows = Facts.Empty.With("limited", "是").WithRows("products",
        [
            new Dictionary<string, string> { ["product"] = "k1", ["used"] = "10", ["output"] = "100" },
            new Dictionary<string, string> { ["product"] = "k1", ["used"] = "10", ["output"] = "0" },
        ]);

        Assert.Contains("第 2 行的除数“产量”为 0", set.Row("intensity", rows).Rows[1].Message, StringComparison.Ordinal);
        Assert.Contains("除数“能耗”为 0", set.Row("ratio_row", Facts.Empty.With("energy", "0").With("value", "1")).Warnings[0], StringComparison.Ordinal);
        var sum = SoundSet.Compile(s => s.WithLeaf("bonus_row", new BonusLeaf("energy / (energy - sum(products, used))")));
        Assert.Contains("除数“能耗 - sum(产品, used)”为 0", sum.Row("bonus_row", rows.With("energy", "20")).Warnings[0], StringComparison.Ordinal);
    }

    private static void Rising(decimal weight, Func<decimal, Value> score, decimal worse, decimal better)
    {
        var (low, high) = (score(worse), score(better));
        foreach (var points in new[] { low, high }.Where(p => p.IsKnown))
            Assert.InRange(points.Number, 0m, weight);
        if (low.IsKnown && high.IsKnown)
            Assert.True(low.Number <= high.Number, $"{worse} scores {low.Number}, {better} scores {high.Number}");
    }
}
