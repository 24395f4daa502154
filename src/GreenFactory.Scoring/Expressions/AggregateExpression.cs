using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Scoring.Expressions;

/// <summary>sum, avg, min or max of a formula over the rows of a repeat group; the number of rows for which a condition holds; or of different texts that a formula gives.</summary>
internal sealed class AggregateExpression(ExpressionType type, string name, int group, string code, BoundExpression? body) : BoundExpression(type, body)
{
    private readonly string _operation = body is null ? "rows" : $"{name} rows";

    public override IEnumerable<string> Reads => base.Reads.Append(code);

    public override Value Evaluate(EvaluationContext context)
    {
        if (context.Withheld(group) is { } why)
            return why;
        return Combine(EachRow(context, static (body, context) => body.Evaluate(context), StepLimit.Exceeded), context);
    }

    public override Explained Explain(EvaluationContext context)
    {
        if (context.Withheld(group) is { } why)
            return new Explained(why, new TraceNode("given", Type, why) { Code = code });
        var rows = EachRow(context, static (body, context) => body.Explain(context), Given(StepLimit.Exceeded));
        var value = Combine([.. rows.Select(r => r.Value)], context);
        return new Explained(value, new TraceNode(_operation, Type, value, [.. rows.Select(r => r.Node)]) { Code = code });
    }

    private Value Combine(Value[] values, EvaluationContext context)
    {
        if (name is not ("count" or "distinct"))
            return Operations.Fold(name, values, context.Arithmetic);
        if (body is null)
            return Value.Of((decimal)context.Rows(group).Length);
        var worst = Operations.Worst(values);
        return !worst.IsKnown ? worst : Value.Of(name == "count" ? (decimal)values.Count(v => v.IsTrue) : values.Select(v => v.Text).Distinct(StringComparer.Ordinal).Count());
    }

    private T[] EachRow<T>(EvaluationContext context, Func<BoundExpression, EvaluationContext, T> each, T exceeded)
    {
        if (body is null)
            return [];
        var (outer, outerNumber) = (context.Row, context.RowNumber);
        var rows = context.Rows(group);
        var results = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            context.Enter(rows[i], i + 1);
            results[i] = context.Step() ? each(body, context) : exceeded;
        }

        context.Enter(outer, outerNumber);
        return results;
    }
}
