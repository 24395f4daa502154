using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A use of a definition. What concerns the whole unit is worked out once per evaluation; what concerns a row, for that row.</summary>
internal sealed class DefinitionExpression(Definition definition, Unit unit, int index, BoundExpression body) : BoundExpression(ExpressionType.Number(unit), body)
{
    public Definition Definition => definition;

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        if (definition.Group is not null)
            return body.Evaluate(context);
        if (context.Values[index] is { } known)
            return known;
        var outer = OutOfRows(context);
        var value = body.Evaluate(context);
        context.Enter(outer.Row, outer.Number);
        context.Values[index] = value;
        return value;
    }

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        if (definition.Group is not null)
            return Named(body.Explain(context));
        if (context.Values[index] is { } known && context.Traces[index] is { } told)
            return new Explained(known, told);
        var outer = OutOfRows(context);
        var worked = Named(body.Explain(context));
        context.Enter(outer.Row, outer.Number);
        (context.Values[index], context.Traces[index]) = (worked.Value, worked.Node);
        return worked;
    }

    private Explained Named(Explained inner) => new(
        inner.Value, new TraceNode("definition", Type, inner.Value, inner.Node) { Code = definition.Code, Label = definition.Label, Formula = definition.Formula });

    /// <summary>What concerns the whole unit knows nothing of the row that happens to use it first.</summary>
    private static (Value[]? Row, int Number) OutOfRows(EvaluationContext context)
    {
        var outer = (context.Row, context.RowNumber);
        context.Enter(null);
        return outer;
    }
}
