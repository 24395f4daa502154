using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Value between baseline and leading; also serves the count leaf, whose value is a number of ticked options.</summary>
internal sealed class CompiledLinear(bool positive, BoundExpression value, BoundExpression leading, BoundExpression baseline, string unit) : CompiledLeaf
{
    public override IEnumerable<string> Reads => value.Reads.Concat(leading.Reads).Concat(baseline.Reads);

    public override LeafScore Score(EvaluationContext context, in LeafRequest request)
    {
        if (request.Explain)
            return Explain(context, request);
        var (x, l, b) = (value.Evaluate(context), leading.Evaluate(context), baseline.Evaluate(context));
        return Scored(x, l, b, LeafScoring.Linear(request.Weight, positive, x, l, b, context.Arithmetic));
    }

    private LeafScore Explain(EvaluationContext context, in LeafRequest request)
    {
        var ((x, valueNode), (l, leadingNode), (b, baselineNode)) = (value.Explain(context), leading.Explain(context), baseline.Explain(context));
        var points = LeafScoring.Linear(request.Weight, positive, x, l, b, context.Arithmetic);
        var score = Scored(x, l, b, points);
        score.Trace = LinearNode(positive, points, request.Weight, valueNode, leadingNode, baselineNode);
        return score;
    }

    private LeafScore Scored(in Value x, in Value l, in Value b, in Value points) => new LeafScore(points) { Unit = unit }.Between(x, l, b);
}

/// <summary>The first case whose condition holds.</summary>
internal sealed class CompiledEither((string Label, BoundExpression? When, CompiledLeaf Leaf)[] cases) : CompiledLeaf
{
    public override IEnumerable<string> Reads => cases.SelectMany(c => (c.When?.Reads ?? []).Concat(c.Leaf.Reads));

    public override LeafScore Score(EvaluationContext context, in LeafRequest request)
    {
        foreach (var (label, when, leaf) in cases)
        {
            if (when is not null)
            {
                var (holds, node) = Work(when, context, request.Explain);
                if (!holds.IsKnown)
                    return LeafScore.Not(holds, request.Explain ? Node("either", holds, 0m, node) : null);
                if (!holds.IsTrue)
                    continue;
            }

            var score = leaf.Score(context, request);
            if (!request.Explain && (label.Length == 0 || score.Case.Length > 0))
                return score;
            return score.In(label, request.Explain ? new TraceNode("same", Points, score.AsValue(), score.Trace!) { Label = label, Unit = "分" } : null);
        }

        var none = Value.NotApplicable("没有适用的情形");
        return LeafScore.Not(none, request.Explain ? Node("either", none, 0m) : null);
    }
}

/// <summary>Ratio to the leading value.</summary>
internal sealed class CompiledRatio(bool positive, decimal? cap, BoundExpression value, BoundExpression leading, string unit) : CompiledLeaf
{
    public override IEnumerable<string> Reads => value.Reads.Concat(leading.Reads);

    public override LeafScore Score(EvaluationContext context, in LeafRequest request)
    {
        var ((x, valueNode), (l, leadingNode)) = (Work(value, context, request.Explain), Work(leading, context, request.Explain));
        var points = LeafScoring.Ratio(request.Weight, positive, cap, x, l, context.Arithmetic);
        var trace = request.Explain
            ? Node(positive ? "ratio" : "inverseRatio", points, request.Weight, valueNode, leadingNode, CapNode())
            : null;
        return new LeafScore(points) { Unit = unit, Trace = trace }.Between(x, l, default);
    }

    private TraceNode CapNode() => new("literal", Points, cap is { } most ? Value.Of(most) : Value.NotApplicable("不设上限")) { Label = "比值上限" };
}
