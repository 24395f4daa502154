using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>The scoring formulas themselves, shared by evaluation and by the recomputation of a trace.</summary>
internal static class LeafScoring
{
    /// <summary>
    /// W·clamp((x−B)/(L−B), 0, 1), unrounded. Source: GB/T 36132—2025, clause 5. Where a standard gives one number for both levels it is a step:
    /// full marks from that number on, otherwise none. Levels on the wrong side of each other are an error, never a score.
    /// </summary>
    public static Value Linear(decimal weight, bool positive, in Value value, in Value leading, in Value baseline)
    {
        if (!value.IsKnown || !leading.IsKnown || !baseline.IsKnown)
            return Operations.Worst([value, leading, baseline]);
        var (x, l, b) = (value.Number, leading.Number, baseline.Number);
        if (l != b && positive != l > b)
            return Value.Error("引领值与基准值的大小关系与指标方向相反");
        if (positive ? x >= l : x <= l)
            return Value.Of(weight);
        if (positive ? x <= b : x >= b)
            return Value.Of(0m);
        try
        {
            return Value.Of(Math.Clamp(weight * (x - b) / (l - b), 0m, weight));
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
    public static Value Ratio(decimal weight, bool positive, decimal? cap, in Value value, in Value leading)
    {
        if (!value.IsKnown || !leading.IsKnown)
            return Operations.Worst([value, leading]);
        if (leading.Number <= 0m)
            return Value.Error("引领值不大于 0，无法计算比值");
        if (!positive && value.Number <= 0m)
            return cap is null ? Value.Error("逆向指标的数值为 0，比值没有上限，无法计算") : Value.Of(weight * cap.Value);
        var points = positive
            ? Operations.Arithmetic('/', Operations.Arithmetic('*', Value.Of(weight), value), leading)
            : Operations.Arithmetic('/', Operations.Arithmetic('*', Value.Of(weight), leading), value);
        if (!points.IsKnown)
            return points;
        if (cap is null && points.Number > weight * MostRatio)
            return Value.Error($"与引领值之比超过 {MostRatio}，请核对数值和单位");
        return Value.Of(cap is { } most ? Math.Clamp(points.Number, 0m, weight * most) : Math.Max(points.Number, 0m));
    }

    /// <summary>What one product earns: its points, unless nobody can say how much it weighs.</summary>
    public static Value Row(in Value weight, in Value points) =>
        !points.IsKnown ? points : !weight.IsKnown ? weight : weight.Number < 0m ? Value.Error("加权参数为负，不能加权") : points;

    /// <summary>Σ(wᵢ·sᵢ)/Σwᵢ, which lies between the least and the most of the points; both lists have the same length and are not empty.</summary>
    public static Value WeightedMean(IReadOnlyList<Value> weights, IReadOnlyList<Value> points)
    {
        var (sum, total) = (Value.Of(0m), Value.Of(0m));
        var (least, most) = (points[0].Number, points[0].Number);
        for (var i = 0; i < weights.Count; i++)
        {
            (least, most) = (Math.Min(least, points[i].Number), Math.Max(most, points[i].Number));
            sum = Operations.Arithmetic('+', sum, Operations.Arithmetic('*', weights[i], points[i]));
            total = Operations.Arithmetic('+', total, weights[i]);
        }

        if (total is { IsKnown: true, Number: <= 0m })
            return Value.Error("各产品的加权参数之和为 0");
        var mean = Operations.Arithmetic('/', sum, total);
        return mean.IsKnown ? Value.Of(Math.Clamp(mean.Number, least, most)) : mean;
    }
}
