using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>What a product is held to: 引领值, 基准值 and, where there is one, 限定值.</summary>
internal sealed record ProductLevels(BoundExpression Leading, BoundExpression Baseline, BoundExpression? Limit)
{
    public IEnumerable<string> Reads => Leading.Reads.Concat(Baseline.Reads).Concat(Limit?.Reads ?? []);
}

/// <summary>Products, each between its own baseline and leading, weighted. A product beyond its 限定值 says so; the points do not depend on it.</summary>
internal sealed class CompiledProducts(
    bool positive, int group, string groupCode, BoundExpression name, BoundExpression weight, BoundExpression value, ProductLevels levels, string unit) : CompiledLeaf
{
    private readonly LevelExpression? _level = levels.Leading.AnyLevel();
    private readonly LeveledFormula _leading = new(levels.Leading);
    private readonly LeveledFormula _baseline = new(levels.Baseline);
    private readonly LeveledFormula? _limit = levels.Limit is { } limit ? new(limit) : null;

    public override IEnumerable<string> Reads =>
        new[] { name, weight, value }.SelectMany(e => e.Reads).Concat(levels.Reads).Append(groupCode);

    public override LeafScore Score(EvaluationContext context, in LeafRequest request)
    {
        if (context.IsWithheld(group, out var why))
            return LeafScore.Not(why, request.Explain ? Node("given", why, request.Weight) : null, unit);
        var answers = context.Rows(group);
        var (products, traces) = (new ProductReading[answers.Length], new TraceNode[request.Explain ? answers.Length : 0]);
        var weights = context.Borrow(answers.Length);
        var points = context.Borrow(answers.Length);
        var counted = 0;
        for (var i = 0; i < answers.Length; i++)
        {
            context.Enter(answers[i], i + 1);
            products[i] = Read(context, request, request.Explain ? traces.AsSpan(i, 1) : []);
            if (products[i].IsCounted)
                (weights[counted], points[counted++]) = (products[i].Weight, products[i].Earned);
        }

        context.Enter(null);
        var mean = counted > 0 ? LeafScoring.WeightedMean(weights[..counted], points[..counted], context.Arithmetic)
            : products.Length > 0 ? Value.NotApplicable("所填产品都没有可对标的等级") : Value.Missing("没有填写任何产品");
        context.GiveBack(2 * answers.Length);
        var alone = products.Length == 1 ? products[0] : default;
        return new LeafScore(mean)
        {
            Rows = new ProductRows(products, positive),
            Unit = products.Length == 1 ? alone.Unit : unit,
            Trace = request.Explain ? Node("weightedMean", mean, request.Weight, traces) : null,
        }.Between(alone.Value, alone.Leading.Value, alone.Baseline.Value);
    }

    /// <summary>Reads the row at hand, and tells how when there is a place for it.</summary>
    private ProductReading Read(EvaluationContext context, in LeafRequest request, Span<TraceNode> trace)
    {
        var title = name.Evaluate(context).Text;
        var ((w, weightNode), (x, valueNode)) = (Work(weight, context, request.Explain), Work(value, context, request.Explain));
        var ((l, leadingNode), leadingLevel) = _leading.Work(context, request.Explain);
        var ((b, baselineNode), baselineLevel) = _baseline.Work(context, request.Explain);
        var alone = LeafScoring.Linear(request.Weight, positive, x, l, b, context.Arithmetic);
        var reading = new ProductReading(title, w, x, LeafScoring.Row(w, alone)) { Unit = unit, Leading = new(l, leadingLevel), Baseline = new(b, baselineLevel) };
        TraceNode[] limitNode = [];
        if (_limit is not null)
        {
            ((var most, var node), var level) = _limit.Work(context, request.Explain);
            reading = reading with { Limit = new(most, level) };
            limitNode = [node];
        }

        if (_level is not null)
        {
            var row = leadingLevel.Level == _level ? leadingLevel.Row.Row.Unit : _level.UnitOf(context) ?? "";
            reading = reading with { Unit = row.Length > 0 ? row : unit, IsOwn = baselineLevel.Level is null && b.IsKnown };
        }

        if (trace.Length > 0)
        {
            var linear = LinearNode(positive, alone, request.Weight, _limit is null && _level is null ? valueNode : valueNode with { Unit = reading.Unit }, leadingNode, baselineNode);
            trace[0] = new TraceNode("row", Points, reading.Earned, [weightNode, linear, .. limitNode]) { Label = title, Unit = "分" };
        }

        return reading;
    }

    /// <summary>A formula that may come out at a level of a table.</summary>
    private sealed class LeveledFormula(BoundExpression formula)
    {
        private readonly LevelExpression[] _levels = [.. formula.Levels];

        /// <summary>Works the formula out for the row at hand, and says which level of a table it came out at, if it is one.</summary>
        public (Explained Worked, LevelReading Level) Work(EvaluationContext context, bool explain)
        {
            context.Level = default;
            var worked = CompiledLeaf.Work(formula, context, explain);
            return (worked, context.Level.Level is { } level && Array.IndexOf(_levels, level) >= 0 ? context.Level : default);
        }
    }
}
