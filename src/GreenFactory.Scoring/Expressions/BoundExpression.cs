using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A formula whose names, types and units are resolved, ready to be evaluated.</summary>
internal abstract class BoundExpression(ExpressionType type)
{
    public ExpressionType Type { get; } = type;

    public abstract Value Evaluate(EvaluationContext context);

    public abstract TraceNode Trace(EvaluationContext context);

    /// <summary>Codes of all inputs and repeat groups that the formula reads.</summary>
    public virtual IEnumerable<string> Reads => [];
}

internal sealed class ConstantExpression(ExpressionType type, Value value) : BoundExpression(type)
{
    public Value Value => value;

    public override Value Evaluate(EvaluationContext context) => value;

    public override TraceNode Trace(EvaluationContext context) => TraceNode.Of("literal", Type, value);
}

internal sealed class InputExpression(ExpressionType type, int index, string code, string label) : BoundExpression(type)
{
    public override IEnumerable<string> Reads => [code];

    public override Value Evaluate(EvaluationContext context) => context.Input(index);

    public override TraceNode Trace(EvaluationContext context) => TraceNode.Of("input", Type, context.Input(index)) with { Code = code, Label = label };
}

internal sealed class RowInputExpression(ExpressionType type, int index, string group, string code, string label) : BoundExpression(type)
{
    public override IEnumerable<string> Reads => [group];

    public override Value Evaluate(EvaluationContext context) => context.Row is { } row ? row[index] : Value.Error($"“{label}”只能在逐行计算中使用");

    public override TraceNode Trace(EvaluationContext context) => TraceNode.Of("input", Type, Evaluate(context)) with { Code = $"{group}.{code}", Label = label };
}

internal sealed class ScaleExpression(ExpressionType type, decimal factor, BoundExpression operand) : BoundExpression(type)
{
    public override IEnumerable<string> Reads => operand.Reads;

    public override Value Evaluate(EvaluationContext context) => Operations.Scale(factor, operand.Evaluate(context));

    public override TraceNode Trace(EvaluationContext context) =>
        TraceNode.Of("scale", Type, Evaluate(context), operand.Trace(context)) with { Factor = factor };
}

internal sealed class ArithmeticExpression(ExpressionType type, char op, BoundExpression left, BoundExpression right) : BoundExpression(type)
{
    public override IEnumerable<string> Reads => left.Reads.Concat(right.Reads);

    public override Value Evaluate(EvaluationContext context) =>
        context.Step() ? Operations.Arithmetic(op, left.Evaluate(context), right.Evaluate(context)) : StepLimit.Exceeded;

    public override TraceNode Trace(EvaluationContext context) =>
        TraceNode.Of(op.ToString(), Type, Evaluate(context), left.Trace(context), right.Trace(context));
}

internal sealed class ComparisonExpression(string op, TypeKind kind, BoundExpression left, BoundExpression right) : BoundExpression(ExpressionType.Boolean)
{
    public override IEnumerable<string> Reads => left.Reads.Concat(right.Reads);

    public override Value Evaluate(EvaluationContext context) =>
        context.Step() ? Operations.Compare(op, kind, left.Evaluate(context), right.Evaluate(context)) : StepLimit.Exceeded;

    public override TraceNode Trace(EvaluationContext context) =>
        TraceNode.Of(op, Type, Evaluate(context), left.Trace(context), right.Trace(context));
}

internal sealed class LogicExpression(string op, BoundExpression left, BoundExpression right) : BoundExpression(ExpressionType.Boolean)
{
    public override IEnumerable<string> Reads => left.Reads.Concat(right.Reads);

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        var (a, b) = (left.Evaluate(context), right.Evaluate(context));
        return op == "and" ? Operations.And(a, b) : Operations.Or(a, b);
    }

    public override TraceNode Trace(EvaluationContext context) =>
        TraceNode.Of(op, Type, Evaluate(context), left.Trace(context), right.Trace(context));
}

internal sealed class SignExpression(string op, BoundExpression operand) : BoundExpression(operand.Type)
{
    public override IEnumerable<string> Reads => operand.Reads;

    public override Value Evaluate(EvaluationContext context) =>
        op == "not" ? Operations.Not(operand.Evaluate(context)) : Operations.Negate(operand.Evaluate(context));

    public override TraceNode Trace(EvaluationContext context) =>
        TraceNode.Of(op == "not" ? "not" : "negate", Type, Evaluate(context), operand.Trace(context));
}

internal sealed class IfExpression(ExpressionType type, BoundExpression condition, BoundExpression then, BoundExpression otherwise) : BoundExpression(type)
{
    public override IEnumerable<string> Reads => condition.Reads.Concat(then.Reads).Concat(otherwise.Reads);

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        var decision = condition.Evaluate(context);
        return !decision.IsKnown ? decision : decision.IsTrue ? then.Evaluate(context) : otherwise.Evaluate(context);
    }

    /// <summary>The branch that was not taken is not explained.</summary>
    public override TraceNode Trace(EvaluationContext context)
    {
        var decision = condition.Evaluate(context);
        return TraceNode.Of(
            "if",
            Type,
            Evaluate(context),
            condition.Trace(context),
            decision.IsTrue ? then.Trace(context) : NotTaken(),
            decision is { IsKnown: true, IsTrue: false } ? otherwise.Trace(context) : NotTaken());
    }

    private TraceNode NotTaken() => TraceNode.Of("given", Type, Value.NotApplicable("未采用这一分支"));
}

internal sealed class FunctionExpression(ExpressionType type, string name, BoundExpression[] arguments) : BoundExpression(type)
{
    public override IEnumerable<string> Reads => arguments.SelectMany(a => a.Reads);

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        var values = new Value[arguments.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = arguments[i].Evaluate(context);
        return Operations.Function(name, values);
    }

    public override TraceNode Trace(EvaluationContext context) =>
        TraceNode.Of(name, Type, Evaluate(context), [.. arguments.Select(a => a.Trace(context))]);
}

/// <summary>sum, avg, min or max of a formula over the rows of a repeat group; or the number of rows for which a condition holds.</summary>
internal sealed class AggregateExpression(ExpressionType type, string name, int group, string code, BoundExpression? body) : BoundExpression(type)
{
    public override IEnumerable<string> Reads => (body?.Reads ?? []).Append(code);

    public override Value Evaluate(EvaluationContext context) => Combine([.. EachRow(context, (b, c) => b.Evaluate(c))], context.Rows(group).Length);

    public override TraceNode Trace(EvaluationContext context) =>
        TraceNode.Of(body is null ? "rows" : $"{name} rows", Type, Evaluate(context), [.. EachRow(context, (b, c) => b.Trace(c))]) with { Code = code };

    private Value Combine(Value[] values, int rows)
    {
        if (name != "count")
            return Operations.Fold(name, values);
        if (body is null)
            return Value.Of((decimal)rows);
        var worst = Operations.Worst(values);
        return worst.IsKnown ? Value.Of((decimal)values.Count(v => v.IsTrue)) : worst;
    }

    private IEnumerable<T> EachRow<T>(EvaluationContext context, Func<BoundExpression, EvaluationContext, T> each)
    {
        if (body is null)
            yield break;
        var outer = context.Row;
        foreach (var row in context.Rows(group))
        {
            context.Row = row;
            yield return context.Step() ? each(body, context) : each(new ConstantExpression(body.Type, StepLimit.Exceeded), context);
        }

        context.Row = outer;
    }
}

internal static class StepLimit
{
    public static readonly Value Exceeded = Value.Error("计算步数超过上限");
}
