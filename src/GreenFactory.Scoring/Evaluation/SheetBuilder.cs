using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Turns the results of all leaves into a sheet: the points as counted, what a person should look at, and how every row came about. Prepared once for a rule set.</summary>
internal sealed class SheetBuilder(RuleSet set, ScoreArithmetic arithmetic)
{
    private static readonly ExpressionType Points = ExpressionType.Number(Unit.One);

    private readonly PointTally _tally = new(set, arithmetic);

    /// <summary>Every gate in each of its states.</summary>
    private readonly GateScore[][] _gates = [.. set.Gates.Select(gate => Enum.GetValues<GateState>().Select(state => new GateScore(gate.Code, gate.Title, gate.Mandatory, state)).ToArray())];

    private readonly GateScore[] _passed = [.. set.Gates.Select(gate => new GateScore(gate.Code, gate.Title, gate.Mandatory, GateState.Passed))];

    private readonly string[] _labels = [.. set.Indicators.Select(indicator => $"{indicator.Number} {indicator.Name}")];

    private readonly string _rounding = Words.RoundingModes.Word(set.Policies.Rounding.Mode);

    public ScoreSheet Build(string hash, GateState[] gates, DateOnly asOf, LeafScore[] results, IReadOnlyList<Problem> problems)
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
            Gates = Gates(gates),
            Groups = new GroupRows(this, points),
            Indicators = new IndicatorRows(this, results, points.Rows),
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

    private GateScore[] Gates(GateState[] states)
    {
        if (Array.TrueForAll(states, state => state == GateState.Passed))
            return _passed;
        var gates = new GateScore[states.Length];
        for (var i = 0; i < gates.Length; i++)
            gates[i] = _gates[i][(int)states[i]];
        return gates;
    }

    private GroupScore Group(SheetPoints counted, int place)
    {
        var (group, points) = (set.Groups[place], counted.Groups[place]);
        return new GroupScore(group.Code, group.Name, group.Bonus, points.Score, points.Max.Nearest, points.Adjustment)
        {
            Counted = (counted, place),
            Weight = arithmetic == ScoreArithmetic.Exact ? group.Weight : 0m,
        };
    }

    private IndicatorScore Row(int place, in LeafScore result, in RowPoints points)
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
            Max = _tally.MostOf(place, points).Nearest,
            State = result.State,
            Warnings = Warnings(result),
            Rows = result.Rows,
            ParameterProvenance = result.Trace is { } leaf ? Weakest(leaf) : null,
            Trace = result.Trace is { } trace ? Explain(place, result, trace, points) : null,
        };
    }

    private static IReadOnlyList<string> Warnings(in LeafScore result)
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

    private TraceNode Explain(int place, in LeafScore result, TraceNode leaf, in RowPoints points)
    {
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
            Label = _labels[place],
            Code = set.Indicators[place].Code,
            Formula = _rounding,
            Factor = set.Policies.Rounding.Places,
            Unit = "分",
        };
    }

    private static TraceNode Constant(string label, decimal value) => new("literal", Points, Value.Of(value)) { Label = label, Unit = "分" };

    private sealed class IndicatorRows(SheetBuilder builder, LeafScore[] results, RowPoints[] points) : MadeWhenRead<IndicatorScore>
    {
        public override int Count => results.Length;

        protected override IndicatorScore Make(int index) => builder.Row(index, results[index], points[index]);
    }

    private sealed class GroupRows(SheetBuilder builder, SheetPoints points) : MadeWhenRead<GroupScore>
    {
        public override int Count => points.Groups.Length;

        protected override GroupScore Make(int index) => builder.Group(points, index);
    }
}
