
namespace GreenFactory.Scoring.Expressions;

/// <summary>sum, avg, min or max of a formula over the rows of a repeat group; the number of rows for which a condition holds; or of different texts that a formula gives.</summary>
internal sealed class AggregateExpression(ExpressionType type, string name, int group, string code, BoundExpression? body) : BoundExpression(type, body)
{
    private readonly string _operation = body is null ? "rows" : $"{name} rows";
    private readonly Function _function = Functions.Named(name);

    /// <summary>Up to so many texts are compared one with another.</summary>
    private const int Few = 16;

    public override IEnumerable<string> Reads => base.Reads.Append(code);

    public override Value Evaluate(EvaluationContext context)
    {
        if (context.IsWithheld(group, out var why))
            return why;
        var rows = context.Rows(group);
        if (body is null)
            return Value.Of((decimal)rows.Length);
        var (outer, outerNumber) = (context.Row, context.RowNumber);
        var values = context.Borrow(rows.Length);
        for (var i = 0; i < values.Length; i++)
        {
            context.Enter(rows[i], i + 1);
            values[i] = context.Step() ? body.Evaluate(context) : StepLimit.Exceeded;
        }

        context.Enter(outer, outerNumber);
        var result = Combine(values, context);
        context.GiveBack(values.Length);
        return result;
    }

    public override Explained Explain(EvaluationContext context)
    {
        if (context.IsWithheld(group, out var why))
            return new Explained(why, new TraceNode("given", Type, why) { Code = code });
        var rows = context.Rows(group);
        if (body is null)
            return Told(Value.Of((decimal)rows.Length), []);
        var (outer, outerNumber) = (context.Row, context.RowNumber);
        var values = context.Borrow(rows.Length);
        var nodes = new TraceNode[rows.Length];
        for (var i = 0; i < values.Length; i++)
        {
            context.Enter(rows[i], i + 1);
            (values[i], nodes[i]) = context.Step() ? body.Explain(context) : Given(StepLimit.Exceeded);
        }

        context.Enter(outer, outerNumber);
        var result = Combine(values, context);
        context.GiveBack(values.Length);
        return Told(result, nodes);
    }

    private Explained Told(Value value, TraceNode[] nodes) => new(value, new TraceNode(_operation, Type, value, nodes) { Code = code });

    private Value Combine(ReadOnlySpan<Value> values, EvaluationContext context)
    {
        if (_function is not (Function.Count or Function.Distinct))
            return Operations.Fold(_function, values, context.Arithmetic);
        var worst = Operations.Worst(values);
        return !worst.IsKnown ? worst : Value.Of((decimal)(_function == Function.Count ? True(values) : Different(values)));
    }

    private static int True(ReadOnlySpan<Value> values)
    {
        var count = 0;
        foreach (ref readonly var value in values)
            count += value.IsTrue ? 1 : 0;
        return count;
    }

    private static int Different(ReadOnlySpan<Value> values)
    {
        if (values.Length > Few)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (ref readonly var value in values)
                seen.Add(value.Text);
            return seen.Count;
        }

        var different = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var before = 0;
            while (before < i && values[before].Text != values[i].Text)
                before++;
            different += before == i ? 1 : 0;
        }

        return different;
    }
}
