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
        var rows = results.Select((result, i) => Row(_set.Indicators[i], result, Share(_set.Indicators[i], results))).ToList();
        var groups = _set.Groups.Select(g => Group(g, [.. rows.Where(r => r.Group == g.Code)])).ToList();
        var exact = groups.Where(g => !g.Bonus).Sum(g => g.ExactScore);
        return new ScoreSheet
        {
            RuleSetId = _set.Id,
            RuleSetVersion = _set.Version,
            RuleSetHash = compiled.ContentHash,
            RuleSetTitle = _set.Title,
            Provenance = _set.Provenance,
            AsOf = asOf,
            Rounding = _set.Policies.Rounding,
            Gates = [.. _set.Gates.Select(g => new GateScore(g.Code, g.Title, g.Mandatory, facts.Gates.TryGetValue(g.Code, out var met) ? met ? GateState.Passed : GateState.Failed : GateState.Missing))],
            Groups = groups,
            Indicators = rows,
            Total = _set.Policies.Rounding.At == RoundingPlace.Indicator ? groups.Where(g => !g.Bonus).Sum(g => g.Score) : _set.Policies.Rounding.Round(exact),
            ExactTotal = exact,
            Max = _set.Policies.ScaleTo ?? _set.Indicators.Where(i => !IsBonus(i)).Sum(i => i.Weight),
            Bonus = groups.Where(g => g.Bonus).Sum(g => g.Score),
            PassLine = _set.Policies.PassLine,
            Problems = problems,
        };
    }

    /// <summary>
    /// By what the points of a row are multiplied and divided: the full weight of its range over the weight that applies in it,
    /// times the total to which the weights are scaled over the sum of all weights.
    /// </summary>
    private (decimal Full, decimal Applicable) Share(Indicator indicator, IReadOnlyList<LeafScore> results)
    {
        if (IsBonus(indicator))
            return (1m, 1m);
        var (full, applicable) = Spread(indicator, results);
        var weights = _set.Indicators.Where(i => !IsBonus(i)).Sum(i => i.Weight);
        if (_set.Policies.ScaleTo is { } scale && weights != 0m)
            (full, applicable) = (full * scale, applicable * weights);
        return full == applicable ? (1m, 1m) : (full, applicable);
    }

    private (decimal Full, decimal Applicable) Spread(Indicator indicator, IReadOnlyList<LeafScore> results)
    {
        if (_set.Policies.NotApplicable is NotApplicablePolicy.FullMarks or NotApplicablePolicy.Zero)
            return (1m, 1m);
        var (full, applicable) = (0m, 0m);
        for (var i = 0; i < results.Count; i++)
        {
            var other = _set.Indicators[i];
            if (IsBonus(other) || (_set.Policies.NotApplicable == NotApplicablePolicy.NormaliseWithinGroup && other.Group != indicator.Group))
                continue;
            full += other.Weight;
            applicable += results[i].State == ScoreState.NotApplicable ? 0m : other.Weight;
        }

        return full == applicable || applicable == 0m ? (1m, 1m) : (full, applicable);
    }

    private bool IsBonus(Indicator indicator) => _groups.TryGetValue(indicator.Group, out var group) && group.Bonus;

    private IndicatorScore Row(Indicator indicator, LeafScore result, (decimal Full, decimal Applicable) share)
    {
        var notApplicable = result.State == ScoreState.NotApplicable;
        var fallback = notApplicable && _set.Policies.NotApplicable == NotApplicablePolicy.FullMarks ? indicator.Weight : 0m;
        var exact = (result.State == ScoreState.Scored ? result.Points : fallback) * share.Full / share.Applicable;
        var max = notApplicable && _set.Policies.NotApplicable is NotApplicablePolicy.NormaliseWithinGroup or NotApplicablePolicy.NormaliseWithinTotal
            ? 0m : indicator.Weight * share.Full / share.Applicable;
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
            Max = max,
            State = result.State,
            Warnings = Warnings(result),
            Rows = result.Rows,
            ParameterProvenance = result.Trace is { } trace ? Weakest(trace) : null,
            Trace = explain ? Explain(indicator, result, share, fallback, exact, rounded) : null,
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

    private TraceNode Explain(Indicator indicator, LeafScore result, (decimal Full, decimal Applicable) share, decimal fallback, decimal exact, decimal rounded)
    {
        var points = ExpressionType.Number(Unit.One);
        var counted = TraceNode.Of("counted", points, Value.Of(result.State == ScoreState.Scored ? result.Points : fallback), result.Trace!) with
        {
            Label = "没有得分时按此计",
            Factor = fallback,
            Unit = "分",
        };
        if (share.Full != share.Applicable)
        {
            counted = TraceNode.Of("normalise", points, Value.Of(exact), counted, Constant("折算分子", share.Full), Constant("折算分母", share.Applicable)) with
            {
                Label = "权重折算（不适用项分摊、换算到满分）",
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

    private GroupScore Group(IndicatorGroup group, IReadOnlyList<IndicatorScore> rows)
    {
        var exact = rows.Sum(r => r.ExactScore);
        var score = _set.Policies.Rounding.At == RoundingPlace.Indicator ? rows.Sum(r => r.Score) : _set.Policies.Rounding.Round(exact);
        var max = rows.Sum(r => r.Max);
        return group.Bonus
            ? new GroupScore(group.Code, group.Name, true, Math.Min(score, group.Weight), Math.Min(exact, group.Weight), group.Weight)
            : new GroupScore(group.Code, group.Name, false, score, exact, max);
    }
}
