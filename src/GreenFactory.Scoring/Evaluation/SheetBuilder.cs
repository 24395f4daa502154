using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Turns the results of all leaves into a sheet: the policy for what is not applicable, rounding, groups, total.</summary>
internal sealed class SheetBuilder(CompiledRuleSet compiled, Facts facts, DateOnly asOf, bool explain)
{
    private readonly RuleSet _set = compiled.RuleSet;
    private readonly Dictionary<string, IndicatorGroup> _groups = compiled.RuleSet.Groups
        .GroupBy(g => g.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    public ScoreSheet Build(IReadOnlyList<LeafScore> results, IReadOnlyList<Problem> problems)
    {
        var weights = _set.Indicators.Where(i => !IsBonus(i)).Sum(i => i.Weight);
        var max = _set.Policies.ScaleTo ?? weights;
        var rows = results.Select((result, i) => Row(_set.Indicators[i], result, IsBonus(_set.Indicators[i]) || weights == 0m ? (1m, 1m) : (max, weights))).ToList();
        var groups = _set.Groups.Select(g => Group(g, [.. rows.Where(r => r.Group == g.Code)], weights == 0m ? 1m : max / weights)).ToList();
        var counted = groups.Where(g => !g.Bonus).ToList();
        var (sum, exact) = (counted.Sum(g => g.Score), counted.Sum(g => g.ExactScore));
        var applicable = rows.All(r => r.Max != 0m) ? max : counted.Sum(g => g.Max);
        var total = Total(_set.Policies.Rounding, sum, exact, max, applicable);
        return new ScoreSheet
        {
            RuleSetId = _set.Id,
            RuleSetVersion = _set.Version,
            RuleSetHash = compiled.ContentHash,
            RuleSetTitle = _set.Title,
            Provenance = _set.Provenance,
            AsOf = asOf,
            Rounding = _set.Policies.Rounding,
            Gates = [.. _set.Gates.Select(g => new GateScore(g.Code, g.Title, g.Mandatory, StateOf(g)))],
            Groups = groups,
            Indicators = rows,
            Total = total,
            ExactTotal = Spread(exact, max, applicable),
            Max = max,
            ApplicableMax = applicable,
            Adjustment = total - sum,
            Bonus = groups.Where(g => g.Bonus).Sum(g => g.Score),
            PassLine = _set.Policies.PassLine,
            Problems = problems,
        };
    }

    /// <summary>Points out of what applies, brought to the full maximum.</summary>
    internal static decimal Spread(decimal points, decimal max, decimal applicable) =>
        applicable == max || applicable == 0m ? points : points * max / applicable;

    /// <summary>The rounded total. Rows that are all rounded up can sum to a little more than the maximum; the total does so only if the exact points do.</summary>
    internal static decimal Total(Rounding rounding, decimal sum, decimal exact, decimal max, decimal applicable)
    {
        var total = rounding.Round(Spread(rounding.At == RoundingPlace.Indicator ? sum : exact, max, applicable));
        return rounding.Round(Spread(exact, max, applicable)) <= rounding.Round(max) ? Math.Min(total, rounding.Round(max)) : total;
    }

    private GateState StateOf(Gate gate) =>
        !facts.Gates.TryGetValue(gate.Code, out var met) ? GateState.Missing : met ? GateState.Passed : GateState.Failed;

    private bool IsBonus(Indicator indicator) => _groups.TryGetValue(indicator.Group, out var group) && group.Bonus;

    private IndicatorScore Row(Indicator indicator, LeafScore result, (decimal To, decimal From) scale)
    {
        var notApplicable = result.State == ScoreState.NotApplicable;
        var fallback = notApplicable && _set.Policies.NotApplicable == NotApplicablePolicy.FullMarks ? indicator.Weight : 0m;
        var exact = (result.State == ScoreState.Scored ? result.Points : fallback) * scale.To / scale.From;
        var spread = notApplicable && _set.Policies.NotApplicable is NotApplicablePolicy.NormaliseWithinGroup or NotApplicablePolicy.NormaliseWithinTotal;
        var rounded = _set.Policies.Rounding.Round(exact);
        return new IndicatorScore
        {
            Code = indicator.Code,
            Number = indicator.Number,
            Name = indicator.Name,
            Detail = result.Case.Length > 0 ? result.Case : indicator.Detail,
            Group = indicator.Group,
            Type = indicator.Type,
            Value = result.Value,
            Unit = result.Unit ?? indicator.Unit,
            Baseline = result.Baseline,
            Leading = result.Leading,
            Score = rounded,
            ExactScore = exact,
            Weight = indicator.Weight,
            Max = spread ? 0m : indicator.Weight * scale.To / scale.From,
            State = result.State,
            Warnings = Warnings(result),
            Rows = result.Rows,
            ParameterProvenance = result.Trace is { } trace ? Weakest(trace) : null,
            Trace = explain ? Explain(indicator, result, scale, fallback, exact, rounded) : null,
        };
    }

    private static List<string> Warnings(LeafScore result)
    {
        var warnings = new List<string>();
        if (result.Message.Length > 0)
        {
            warnings.Add(result.State switch
            {
                ScoreState.Missing => $"{result.Message}，按 0 分计",
                ScoreState.Error => $"{result.Message}，暂按 0 分计",
                _ => result.Message,
            });
        }

        warnings.AddRange(result.Rows.Where(r => r.State == ScoreState.NotApplicable && r.Message.Length > 0).Select(r => $"{r.Name}：{r.Message}，不参与加权"));
        return warnings;
    }

    private static Provenance? Weakest(TraceNode node)
    {
        var worst = node.Source?.Provenance;
        foreach (var argument in node.Arguments)
        {
            if (Weakest(argument) is { } found && (worst is null || found > worst))
                worst = found;
        }

        return worst;
    }

    private TraceNode Explain(Indicator indicator, LeafScore result, (decimal To, decimal From) scale, decimal fallback, decimal exact, decimal rounded)
    {
        var points = ExpressionType.Number(Unit.One);
        var counted = TraceNode.Of("counted", points, Value.Of(result.State == ScoreState.Scored ? result.Points : fallback), result.Trace!) with
        {
            Label = "没有得分时按此计",
            Factor = fallback,
            Unit = "分",
        };
        if (scale.To != scale.From)
        {
            counted = TraceNode.Of("normalise", points, Value.Of(exact), counted, Constant("满分", scale.To), Constant("权重合计", scale.From)) with
            {
                Label = "权重换算为满分制",
                Unit = "分",
            };
        }

        return TraceNode.Of("round", points, Value.Of(rounded), counted) with
        {
            Label = $"{indicator.Number} {indicator.Name}",
            Code = indicator.Code,
            Formula = Words.RoundingModes.Word(_set.Policies.Rounding.Mode),
            Factor = _set.Policies.Rounding.Places,
            Unit = "分",
        };
    }

    private static TraceNode Constant(string label, decimal value) =>
        TraceNode.Of("literal", ExpressionType.Number(Unit.One), Value.Of(value)) with { Label = label, Unit = "分" };

    private GroupScore Group(IndicatorGroup group, IReadOnlyList<IndicatorScore> rows, decimal scale)
    {
        var rounding = _set.Policies.Rounding;
        var exact = rows.Sum(r => r.ExactScore);
        var sum = rounding.At == RoundingPlace.Indicator ? rows.Sum(r => r.Score) : exact;
        if (group.Bonus)
            return new GroupScore(group.Code, group.Name, true, rounding.Round(Math.Min(sum, group.Weight)), Math.Min(exact, group.Weight), group.Weight, 0m);
        var applicable = rows.Sum(r => r.Max);
        var max = _set.Policies.NotApplicable == NotApplicablePolicy.NormaliseWithinGroup && applicable != 0m && rows.Any(r => r.Max == 0m) ? group.Weight * scale : applicable;
        var score = rounding.Round(Spread(sum, max, applicable));
        return new GroupScore(group.Code, group.Name, false, score, Spread(exact, max, applicable), max, score - rounding.Round(sum));
    }
}
