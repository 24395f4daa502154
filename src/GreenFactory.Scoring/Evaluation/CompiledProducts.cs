using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>What a product is held to: 引领值, 基准值 and, where there is one, 限定值.</summary>
internal sealed record ProductLevels(BoundExpression Leading, BoundExpression Baseline, BoundExpression? Limit)
{
    public BoundExpression[] All { get; } = Limit is null ? [Leading, Baseline] : [Leading, Baseline, Limit];

    public IEnumerable<string> Reads => Leading.Reads.Concat(Baseline.Reads).Concat(Limit?.Reads ?? []);
}

/// <summary>Products, each between its own baseline and leading, weighted. A product beyond its 限定值 says so; the points do not depend on it.</summary>
internal sealed class CompiledProducts(
    bool positive, int group, string groupCode, BoundExpression name, BoundExpression weight, BoundExpression value, ProductLevels levels, string unit) : CompiledLeaf
{
    private readonly LevelExpression? _level = levels.Leading.AnyLevel();

    public override IEnumerable<string> Reads =>
        new[] { name, weight, value }.SelectMany(e => e.Reads).Concat(levels.Reads).Append(groupCode);

    public override LeafScore Score(EvaluationContext context, in LeafRequest request)
    {
        if (context.Withheld(group) is { } why)
            return LeafScore.Not(why) with { Unit = unit, Trace = request.Explain ? Node("given", why, request.Weight) : null };
        var answers = context.Rows(group);
        var (rows, traces) = (new RowScore[answers.Length], new TraceNode[request.Explain ? answers.Length : 0]);
        var (weights, points) = (new List<Value>(answers.Length), new List<Value>(answers.Length));
        for (var i = 0; i < answers.Length; i++)
        {
            context.Enter(answers[i], i + 1);
            var title = name.Evaluate(context);
            var ((w, weightNode), (x, valueNode)) = (Work(weight, context, request.Explain), Work(value, context, request.Explain));
            var ((l, leadingNode), (b, baselineNode)) = (Work(levels.Leading, context, request.Explain), Work(levels.Baseline, context, request.Explain));
            var alone = LeafScoring.Linear(request.Weight, positive, x, l, b, context.Arithmetic);
            var earned = LeafScoring.Row(w, alone);
            var counted = earned.State != ValueState.NotApplicable;
            if (counted)
            {
                weights.Add(w);
                points.Add(earned);
            }

            rows[i] = new RowScore(
                title.Text, title.Text, Known(x), unit, Known(b), Known(l), Known(w), Known(earned) ?? 0m, LeafScore.StateOf(earned), counted, earned.Reason);
            TraceNode[] limitNode = [];
            if (_level is not null || levels.Limit is not null)
            {
                var limit = Value.NotApplicable("");
                if (levels.Limit is { } formula)
                {
                    (limit, var node) = Work(formula, context, request.Explain);
                    limitNode = [node];
                }

                var printed = _level?.UnitOf(context) ?? unit;
                valueNode = valueNode with { Unit = printed };
                rows[i] = rows[i] with { Unit = printed, Limit = Known(limit), Correction = Corrections(context), Notes = Notes(limit, x, printed, context) };
            }

            if (request.Explain)
            {
                var linear = LinearNode(positive, alone, request.Weight, valueNode, leadingNode, baselineNode);
                traces[i] = new TraceNode("row", Points, earned, [weightNode, linear, .. limitNode]) { Label = title.Text, Unit = "分" };
            }
        }

        context.Enter(null);
        var mean = weights.Count > 0 ? LeafScoring.WeightedMean(weights, points, context.Arithmetic)
            : rows.Length > 0 ? Value.NotApplicable("所填产品都没有可对标的等级") : Value.Missing("没有填写任何产品");
        return new LeafScore(mean)
        {
            Rows = rows,
            Unit = rows.Length == 1 ? rows[0].Unit : unit,
            Value = rows.Length == 1 ? rows[0].Value : null,
            Leading = rows.Length == 1 ? rows[0].Leading : null,
            Baseline = rows.Length == 1 ? rows[0].Baseline : null,
            Trace = request.Explain ? Node("weightedMean", mean, request.Weight, traces) : null,
        };
    }

    /// <summary>What a reader must know about the levels of the row at hand.</summary>
    private IReadOnlyList<string> Notes(in Value limit, in Value value, string printed, EvaluationContext context)
    {
        List<string>? notes = null;
        foreach (var expression in levels.All)
        {
            if (expression.LevelAt(context) is { } level)
                (notes ??= []).AddRange(level.Notes(context));
        }

        if (_level is not null && levels.Baseline.LevelAt(context) is null && levels.Baseline.Evaluate(context).IsKnown)
            (notes ??= []).Add(LimitWords.Own);
        if (limit.IsKnown && value.IsKnown && (positive ? value.Exact < limit.Exact : value.Exact > limit.Exact))
            (notes ??= []).Add(LimitWords.Beyond(limit.Number, printed));
        return notes is null ? [] : [.. notes.Distinct()];
    }

    /// <summary>按熟料比例修正（5.3、5.4）：1 级 80 → 69，2 级 87 → 75.5; empty where nothing is corrected.</summary>
    private string Corrections(EvaluationContext context)
    {
        List<(LevelCorrection Correction, string Column, decimal Printed, Value Corrected)>? corrected = null;
        foreach (var expression in levels.All)
        {
            if (expression.LevelAt(context)?.Corrected(context) is { } one)
                (corrected ??= []).Add(one);
        }

        return corrected is null ? "" : LimitWords.Corrected(corrected.DistinctBy(one => one.Column));
    }

    private static decimal? Known(Value value) => value.IsKnown ? value.Number : null;
}
