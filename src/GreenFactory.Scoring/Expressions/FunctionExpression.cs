
namespace GreenFactory.Scoring.Expressions;

/// <summary>A function of several values.</summary>
internal sealed class FunctionExpression(ExpressionType type, string name, BoundExpression[] arguments) : BoundExpression(type, [.. arguments])
{
    private readonly Function _function = Functions.Named(name);

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        var values = context.Borrow(arguments.Length);
        for (var i = 0; i < values.Length; i++)
            values[i] = arguments[i].Evaluate(context);
        var result = Operations.Function(_function, values, context.Arithmetic);
        context.GiveBack(values.Length);
        return result;
    }

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var values = context.Borrow(arguments.Length);
        var nodes = new TraceNode[arguments.Length];
        for (var i = 0; i < values.Length; i++)
            (values[i], nodes[i]) = arguments[i].Explain(context);
        var result = Operations.Function(_function, values, context.Arithmetic);
        context.GiveBack(values.Length);
        return Result(name, result, nodes);
    }
}

/// <summary>The first value, or the second one where nobody gave the first or it does not arise.</summary>
internal sealed class OrElseExpression(BoundExpression first, BoundExpression second) : BoundExpression(first.Type, first, second)
{
    public override Value Evaluate(EvaluationContext context) =>
        context.Step() ? Operations.OrElse(first.Evaluate(context), second.Evaluate(context)) : StepLimit.Exceeded;

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var (a, b) = (first.Explain(context), second.Explain(context));
        return Result("orelse", Operations.OrElse(a.Value, b.Value), a.Node, b.Node);
    }
}
