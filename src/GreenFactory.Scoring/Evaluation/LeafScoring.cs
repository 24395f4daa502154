using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>The scoring formulas themselves, shared by evaluation and by the recomputation of a trace.</summary>
internal static class LeafScoring
{
    /// <summary>
    /// W·clamp((x−B)/(L−B), 0, 1), unrounded. Source: GB/T 36132—2025, clause 5. Where a standard gives one number for both levels it is a step:
    /// full marks from that number on, otherwise none. Levels on the wrong side of each other are an error, never a score.
    /// </summary>
    public static Value Linear(decimal weight, bool positive, Value value, Value leading, Value baseline)
    {
        ReadOnlySpan<Value> all = [value, leading, baseline];
        var worst = Operations.Worst(all);
        if (!worst.IsKnown)
            return worst;
        var (x, l, b) = (value.Number, leading.Number, baseline.Number);
        if (l != b && positive != l > b)
            return Value.Error("引领值与基准值的大小关系与指标方向相反");
        if (positive ? x >= l : x <= l)
            return Value.Of(weight);
        if (positive ? x <= b : x >= b)
            return Value.Of(0m);
        try
        {
            return Value.Of(weight * (x - b) / (l - b));
        }
        catch (OverflowException)
        {
            return Value.Error("数值过大，超出可计算范围");
        }
    }

    /// <summary>W·x/L, or W·L/x for an inverse indicator, capped at cap·W if there is a cap.</summary>
    public static Value Ratio(decimal weight, bool positive, decimal? cap, Value value, Value leading)
    {
        ReadOnlySpan<Value> both = [value, leading];
        var worst = Operations.Worst(both);
        if (!worst.IsKnown)
            return worst;
        if (!positive && value.Number <= 0m)
            return cap is null ? Value.Error("逆向指标的数值为 0，比值没有上限，无法计算") : Value.Of(weight * cap.Value);
        var points = positive
            ? Operations.Arithmetic('/', Operations.Arithmetic('*', Value.Of(weight), value), leading)
            : Operations.Arithmetic('/', Operations.Arithmetic('*', Value.Of(weight), leading), value);
        if (!points.IsKnown)
            return points;
        return Value.Of(cap is { } most ? Math.Clamp(points.Number, 0m, weight * most) : Math.Max(points.Number, 0m));
    }

    /// <summary>Σ(wᵢ·sᵢ)/Σwᵢ; both lists have the same length.</summary>
    public static Value WeightedMean(IReadOnlyList<Value> weights, IReadOnlyList<Value> points)
    {
        var (sum, total) = (Value.Of(0m), Value.Of(0m));
        for (var i = 0; i < weights.Count; i++)
        {
            sum = Operations.Arithmetic('+', sum, Operations.Arithmetic('*', weights[i], points[i]));
            total = Operations.Arithmetic('+', total, weights[i]);
        }

        return total is { IsKnown: true, Number: <= 0m } ? Value.Error("各产品的加权参数之和为 0") : Operations.Arithmetic('/', sum, total);
    }
}
