using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Turns the results of all leaves into a sheet: the points as counted, what a person should look at, and how every row came about. Prepared once for a rule set.</summary>
internal sealed class SheetBuilder(RuleSet set, ScoreArithmetic arithmetic)
{
    private static readonly ExpressionType Points = ExpressionType.Number(Unit.One);

    private readonly PointTally _tally = new(set, arithmetic);

    public ScoreSheet Build(string hash, Facts facts, DateOnly asOf, LeafScore[] results, IReadOnlyList<Problem> problems)
    {
        var points = _tally.Count(results);
        return new ScoreSheet
        {
            RuleSetId = set.Id,
            RuleSetVersion = set.Version,
            RuleSetHash = hash,
            RuleSetTitle = set.Title,
            Provenance = set.Provenance,
            AsOf = asOf,
            Rounding = set.Policies.Rounding,
            Arithmetic = arithmetic,
            NotApplicable = arithmetic == ScoreArithmetic.Exact ? set.Policies.NotApplicable : null,
            Gates = Gates(facts),
            Groups = Groups(points),
            Indicators = Rows(results, points.Rows),
            Total = points.Total,
            Counted = points,
            Max = _tally.Max,
            ApplicableMax = points.ApplicableMax.Nearest,
            Adjustment = points.Total - points.Sum,
            Bonus = points.Bonus,
            PassLine = set.Policies.PassLine,
            Problems = problems,
        };
    }

    private GateScore[] Gates(Facts facts)
    {
        var gates = new GateScore[set.Gates.Count];
        for (var i = 0; i < gates.Length; i++)
        {
            var gate = set.Gates[i];
            var state = !facts.Gates.TryGetValue(gate.Code, out var met) ? GateState.Missing : met ? GateState.Passed : GateState.Failed;
            gates[i] = new GateScore(gate.Code, gate.Title, gate.Mandatory, state);
        }

        return gates;
    }

    private GroupScore[] Groups(SheetPoints counted)
    {
        var points = counted.Groups;
        var groups = new GroupScore[points.Length];
        for (var i = 0; i < groups.Length; i++)
        {
            var group = set.Groups[i];
            groups[i] = new GroupScore(group.Code, group.Name, group.Bonus, points[i].Score, points[i].Max.Nearest, points[i].Adjustment)
            {
                Counted = (counted, i),
                Weight = arithmetic == ScoreArithmetic.Exact ? group.Weight : 0m,
            };
        }

        return groups;
    }

    private IndicatorScore[] Rows(LeafScore[] results, RowPoints[] points)
    {
        var rows = new IndicatorScore[results.Length];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = Row(i, results[i], points[i]);
        return rows;
    }

    private IndicatorScore Row(int place, LeafScore result, RowPoints points)
    {
        var indicator = set.Indicators[place];
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
            Score = points.Rounded,
            ExactScore = points.Exact.Nearest,
            Weight = indicator.Weight,
            Max = points.Max.Nearest,
            State = result.State,
            Warnings = Warnings(result),
            Rows = result.Rows,
            ParameterProvenance = result.Trace is { } leaf ? Weakest(leaf) : null,
            Trace = result.Trace is { } trace ? Explain(place, result, trace, points) : null,
        };
    }

    private static IReadOnlyList<string> Warnings(LeafScore result)
    {
        List<string>? warnings = null;
        if (result.Message.Length > 0)
        {
            warnings =
            [
                result.State switch
                {
                    ScoreState.Missing => $"{result.Message}，按 0 分计",
                    ScoreState.Error => $"{result.Message}，暂按 0 分计",
                    _ => result.Message,
                },
            ];
        }

        for (var i = 0; i < result.Rows.Count; i++)
        {
            if (result.Rows[i] is { State: ScoreState.NotApplicable, Message.Length: > 0 } row)
                (warnings ??= []).Add($"{row.Name}：{row.Message}，不参与加权");
            for (var n = 0; n < result.Rows[i].Notes.Count; n++)
                (warnings ??= []).Add($"{result.Rows[i].Name}：{result.Rows[i].Notes[n]}");
        }

        return warnings ?? [];
    }

    private static Provenance? Weakest(TraceNode node)
    {
        var worst = node.Source?.Provenance;
        for (var i = 0; i < node.Arguments.Count; i++)
        {
            if (!CompiledChoose.IsLeft(node.Arguments[i]) && Weakest(node.Arguments[i]) is { } found && (worst is null || found > worst))
                worst = found;
        }

        return worst;
    }

    private TraceNode Explain(int place, LeafScore result, TraceNode leaf, RowPoints points)
    {
        var indicator = set.Indicators[place];
        var counted = new TraceNode("counted", Points, Value.Of(_tally.Counted(place, result)), leaf)
        {
            Label = "没有得分时按此计",
            Factor = _tally.Fallback(place, result),
            Unit = "分",
        };
        if (_tally.Converts(place))
        {
            counted = new TraceNode("normalise", Points, Value.Of(points.Exact), counted, Constant("满分", _tally.Max), Constant("权重合计", _tally.Weights))
            {
                Label = "权重换算为满分制",
                Unit = "分",
            };
        }

        return new TraceNode("round", Points, Value.Of(points.Rounded), counted)
        {
            Label = $"{indicator.Number} {indicator.Name}",
            Code = indicator.Code,
            Formula = Words.RoundingModes.Word(set.Policies.Rounding.Mode),
            Factor = set.Policies.Rounding.Places,
            Unit = "分",
        };
    }

    private static TraceNode Constant(string label, decimal value) => new("literal", Points, Value.Of(value)) { Label = label, Unit = "分" };
}
