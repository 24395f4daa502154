using System.Globalization;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Tests.Evaluation;

/// <summary>The scoring formulas at their edges, worked out by hand.</summary>
public sealed class LeafFormulaTests
{
    [Theory]
    [InlineData(true, "5", "10", "0", "4")]
    [InlineData(true, "10", "10", "0", "8")]
    [InlineData(true, "11", "10", "0", "8")]
    [InlineData(true, "0", "10", "0", "0")]
    [InlineData(true, "-1", "10", "0", "0")]
    [InlineData(true, "2.5", "10", "0", "2")]
    [InlineData(true, "7", "10", "2", "5")]
    [InlineData(false, "103", "100", "108", "5")]
    [InlineData(false, "100", "100", "108", "8")]
    [InlineData(false, "99", "100", "108", "8")]
    [InlineData(false, "108", "100", "108", "0")]
    [InlineData(false, "109", "100", "108", "0")]
    [InlineData(true, "10", "10", "10", "8")]
    [InlineData(true, "9.9", "10", "10", "0")]
    [InlineData(false, "10", "10", "10", "8")]
    [InlineData(false, "10.1", "10", "10", "0")]
    [InlineData(true, "5", "0", "10", "引领值与基准值的大小关系与指标方向相反")]
    [InlineData(false, "5", "10", "0", "引领值与基准值的大小关系与指标方向相反")]
    [InlineData(true, "0", "79228162514264337593543950335", "-79228162514264337593543950335", "数值过大，超出可计算范围")]
    public void Linear_is_full_at_the_leading_value_none_at_the_baseline_and_proportional_between(bool positive, string x, string leading, string baseline, string points) =>
        Assert.Equal(points, Told(LeafScoring.Linear(8m, positive, N(x), N(leading), N(baseline))));

    [Theory]
    [InlineData(true, "1", "5", "10", "4")]
    [InlineData(true, "1", "10", "10", "8")]
    [InlineData(true, "1", "11", "10", "8")]
    [InlineData(true, "1.25", "11", "10", "8.8")]
    [InlineData(true, "1.25", "13", "10", "10")]
    [InlineData(true, "1", "0", "10", "0")]
    [InlineData(true, "1", "-1", "10", "0")]
    [InlineData(true, null, "-1", "10", "0")]
    [InlineData(true, null, "20", "10", "16")]
    [InlineData(true, null, "10000", "10", "8000")]
    [InlineData(true, null, "10000.1", "10", "与引领值之比超过 1000，请核对数值和单位")]
    [InlineData(true, "1", "10000.1", "10", "8")]
    [InlineData(false, "1", "20", "10", "4")]
    [InlineData(false, "1", "5", "10", "8")]
    [InlineData(false, "2", "0", "10", "16")]
    [InlineData(false, "2", "-5", "10", "16")]
    [InlineData(false, "2", "0.001", "10", "16")]
    [InlineData(false, null, "0", "10", "逆向指标的数值为 0，比值没有上限，无法计算")]
    [InlineData(false, null, "5", "10", "16")]
    [InlineData(true, "1", "5", "0", "引领值不大于 0，无法计算比值")]
    [InlineData(true, "1", "5", "-1", "引领值不大于 0，无法计算比值")]
    [InlineData(false, "1", "0", "-1", "引领值不大于 0，无法计算比值")]
    public void A_ratio_is_proportional_to_the_leading_value_up_to_its_cap(bool positive, string? cap, string x, string leading, string points) =>
        Assert.Equal(points, Told(LeafScoring.Ratio(8m, positive, cap is null ? null : N(cap).Number, N(x), N(leading))));

    [Theory]
    [InlineData("1 3", "8 4", "5")]
    [InlineData("0 3", "8 4", "4")]
    [InlineData("0 0", "8 4", "各产品的加权参数之和为 0")]
    [InlineData("1 -2", "8 4", "各产品的加权参数之和为 0")]
    [InlineData("1 ?", "8 4", "缺")]
    [InlineData("1 2", "8 ?", "缺")]
    [InlineData("3", "7", "7")]
    public void A_mean_weighs_every_product_and_one_that_is_unknown_leaves_it_unknown(string weights, string points, string mean) =>
        Assert.Equal(mean, Told(LeafScoring.WeightedMean([.. weights.Split(' ').Select(N)], [.. points.Split(' ').Select(N)])));

    [Theory]
    [InlineData("1", "5", "5")]
    [InlineData("0", "5", "5")]
    [InlineData("-0.1", "5", "加权参数为负，不能加权")]
    [InlineData("?", "5", "缺")]
    [InlineData("-1", "?", "缺")]
    public void A_product_earns_its_points_unless_nobody_can_say_what_it_weighs(string weight, string points, string earned) =>
        Assert.Equal(earned, Told(LeafScoring.Row(N(weight), N(points))));

    [Fact]
    public void What_is_not_known_of_a_value_or_a_level_is_not_known_of_the_points()
    {
        var (known, missing, error, none) = (Value.Of(1m), Value.Missing("缺"), Value.Error("错"), Value.NotApplicable("不适用"));

        Assert.Equal("错", Told(LeafScoring.Linear(8m, true, missing, error, none)));
        Assert.Equal("缺", Told(LeafScoring.Linear(8m, true, none, missing, known)));
        Assert.Equal("不适用", Told(LeafScoring.Linear(8m, true, known, known, none)));
        Assert.Equal("错", Told(LeafScoring.Ratio(8m, true, 1m, error, missing)));
        Assert.Equal("缺", Told(LeafScoring.Ratio(8m, false, 1m, known, missing)));
    }

    private static Value N(string text) => text == "?" ? Value.Missing("缺") : Value.Of(decimal.Parse(text, CultureInfo.InvariantCulture));

    private static string Told(Value value) => value.IsKnown ? value.Number.ToString("0.####", CultureInfo.InvariantCulture) : value.Reason;
}
