using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Numbers;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>The scoring formulas themselves, in the arithmetic that is asked for.</summary>
internal static class LeafScoring
{
    /// <summary>
    /// W·clamp((x−B)/(L−B), 0, 1), unrounded. Source: GB/T 36132—2025, clause 5. Where a standard gives one number for both levels it is a step:
    /// full marks from that number on, otherwise none. Levels on the wrong side of each other are an error, never a score.
    /// </summary>
    public static Value Linear(
        in ExactNumber weight, bool positive, in Value value, in Value leading, in Value baseline, ScoreArithmetic arithmetic = ScoreArithmetic.Exact)
    {
        if (!value.IsKnown || !leading.IsKnown || !baseline.IsKnown)
            return Operations.Worst([value, leading, baseline]);
        var (x, l, b) = (value.Exact, leading.Exact, baseline.Exact);
        var rise = l.CompareTo(b);
        if (rise != 0 && positive != rise > 0)
            return Value.Error("引领值与基准值的大小关系与指标方向相反");
        if (positive ? x >= l : x <= l)
            return Value.Of(weight);
        if (positive ? x <= b : x >= b)
            return Value.Of(0m);
        try
        {
            return arithmetic == ScoreArithmetic.Exact
                ? Value.Of(ExactNumber.Share(weight, x, b, l))
                : Value.Of(Math.Clamp(weight.Nearest * (value.Number - baseline.Number) / (leading.Number - baseline.Number), 0m, weight.Nearest));
        }
        catch (OverflowException)
        {
            return Value.Error("数值过大，超出可计算范围");
        }
    }

    /// <summary>Largest ratio that counts as a ratio and not as a slip, also where the rule set names no cap.</summary>
    public const decimal MostRatio = 1000m;

    /// <summary>
    /// W·x/L, or W·L/x for an inverse indicator, capped at cap·W if there is a cap. An inverse value at or below zero is better than any leading value
    /// and gets the cap: 主要污染物弹性系数 is below zero where pollution falls while output grows.
    /// </summary>
    public static Value Ratio(
        in ExactNumber weight, bool positive, decimal? cap, in Value value, in Value leading, ScoreArithmetic arithmetic = ScoreArithmetic.Exact)
    {
        if (!value.IsKnown || !leading.IsKnown)
            return Operations.Worst([value, leading]);
        if (leading.Exact.Sign <= 0)
            return Value.Error("引领值不大于 0，无法计算比值");
        if (!positive && value.Exact.Sign <= 0)
            return cap is null ? Value.Error("逆向指标的数值为 0，比值没有上限，无法计算") : Operations.Arithmetic('*', Value.Of(weight), Value.Of(cap.Value), arithmetic);
        var points = positive
            ? Operations.Arithmetic('/', Operations.Arithmetic('*', Value.Of(weight), value, arithmetic), leading, arithmetic)
            : Operations.Arithmetic('/', Operations.Arithmetic('*', Value.Of(weight), leading, arithmetic), value, arithmetic);
        if (!points.IsKnown)
            return points;
        var most = Operations.Arithmetic('*', Value.Of(weight), Value.Of(cap ?? MostRatio), arithmetic).Exact;
        if (cap is null && points.Exact > most)
            return Value.Error($"与引领值之比超过 {MostRatio}，请核对数值和单位");
        return Value.Of(ExactNumber.Clamp(points.Exact, 0m, most));
    }

    /// <summary>What one product earns: its points, unless nobody can say how much it weighs.</summary>
    public static Value Row(in Value weight, in Value points) =>
        !points.IsKnown ? points : !weight.IsKnown ? weight : weight.Exact.Sign < 0 ? Value.Error("加权参数为负，不能加权") : points;

    /// <summary>Σ(wᵢ·sᵢ)/Σwᵢ, which lies between the least and the most of the points; both lists have the same length and are not empty.</summary>
    public static Value WeightedMean(ReadOnlySpan<Value> weights, ReadOnlySpan<Value> points, ScoreArithmetic arithmetic = ScoreArithmetic.Exact)
    {
        var (sum, total) = (Value.Of(0m), Value.Of(0m));
        var (least, most) = (points[0].Exact, points[0].Exact);
        for (var i = 0; i < weights.Length; i++)
        {
            (least, most) = (ExactNumber.Min(least, points[i].Exact), ExactNumber.Max(most, points[i].Exact));
            sum = Operations.Arithmetic('+', sum, Operations.Arithmetic('*', weights[i], points[i], arithmetic), arithmetic);
            total = Operations.Arithmetic('+', total, weights[i], arithmetic);
        }

        if (total.IsKnown && total.Exact.Sign <= 0)
            return Value.Error("各产品的加权参数之和为 0");
        var mean = Operations.Arithmetic('/', sum, total, arithmetic);
        return mean.IsKnown ? Value.Of(ExactNumber.Clamp(mean.Exact, least, most)) : mean;
    }
}
