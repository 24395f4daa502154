
namespace GreenFactory.Scoring.Expressions;

/// <summary>A value together with how it came about.</summary>
internal readonly record struct Explained(Value Value, TraceNode Node);

/// <summary>
/// A formula whose names, types and units are resolved, ready to be evaluated. <see cref="Explain"/> takes the same steps in the same order
/// as <see cref="Evaluate"/>, so that the two always agree, also where the steps run out.
/// </summary>
internal abstract class BoundExpression(ExpressionType type, params BoundExpression?[] operands)
{
    /// <summary>Deepest formula that is bound, counting the definitions it uses: deeper ones could exhaust the stack.</summary>
    public const int MaxDepth = 250;

    public ExpressionType Type { get; } = type;

    /// <summary>The formulas that stand in this one.</summary>
    private readonly BoundExpression?[] _operands = operands;

    /// <summary>How many formulas stand inside one another here.</summary>
    public int Depth { get; } = 1 + Deepest(operands);

    public abstract Value Evaluate(EvaluationContext context);

    public abstract Explained Explain(EvaluationContext context);

    /// <summary>Codes of all inputs and repeat groups that the formula reads.</summary>
    public virtual IEnumerable<string> Reads => _operands.OfType<BoundExpression>().SelectMany(o => o.Reads);

    /// <summary>The levels of a table that the formula can come out at as they are, whatever the answers.</summary>
    public virtual IEnumerable<LevelExpression> Levels => [];

    /// <summary>The first level of a table that stands in the formula, whatever the answers.</summary>
    public LevelExpression? AnyLevel() => this as LevelExpression ?? _operands.Select(o => o?.AnyLevel()).FirstOrDefault(level => level is not null);

    private static int Deepest(BoundExpression?[] operands)
    {
        var deepest = 0;
        foreach (var operand in operands)
            deepest = Math.Max(deepest, operand?.Depth ?? 0);
        return deepest;
    }

    protected Explained Result(string operation, Value value, params TraceNode[] arguments) => new(value, new TraceNode(operation, Type, value, arguments));

    /// <summary>A value that no step led to.</summary>
    protected Explained Given(Value value) => Result("given", value);
}

internal sealed class ConstantExpression(ExpressionType type, Value value) : BoundExpression(type)
{
    private TraceNode? _node;

    public Value Value => value;

    public override Value Evaluate(EvaluationContext context) => value;

    /// <summary>Always the same node.</summary>
    public override Explained Explain(EvaluationContext context) => new(value, _node ??= new TraceNode("literal", Type, value));
}

internal sealed class InputExpression(ExpressionType type, int index, string code, string label) : BoundExpression(type)
{
    public override IEnumerable<string> Reads => [code];

    public override Value Evaluate(EvaluationContext context) => context.Input(index);

    public override Explained Explain(EvaluationContext context)
    {
        var value = Evaluate(context);
        return new Explained(value, new TraceNode("input", Type, value) { Code = code, Label = label });
    }
}

internal sealed class RowInputExpression(ExpressionType type, int index, string group, string code, string label) : BoundExpression(type)
{
    private readonly string _path = $"{group}.{code}";

    public override IEnumerable<string> Reads => [group];

    public override Value Evaluate(EvaluationContext context) => context.Row is { } row ? row[index] : Value.Error($"“{label}”只能在逐行计算中使用");

    public override Explained Explain(EvaluationContext context)
    {
        var value = Evaluate(context);
        return new Explained(value, new TraceNode("input", Type, value) { Code = _path, Label = label });
    }
}

internal sealed class ScaleExpression(ExpressionType type, decimal factor, BoundExpression operand) : BoundExpression(type, operand)
{
    public override Value Evaluate(EvaluationContext context) => Operations.Scale(factor, operand.Evaluate(context), context.Arithmetic);

    public override Explained Explain(EvaluationContext context)
    {
        var inner = operand.Explain(context);
        var value = Operations.Scale(factor, inner.Value, context.Arithmetic);
        return new Explained(value, new TraceNode("scale", Type, value, inner.Node) { Factor = factor });
    }
}

/// <summary>+, -, * or /. <paramref name="divisor"/> is what people call the right operand, to name it when it is zero.</summary>
internal sealed class ArithmeticExpression(ExpressionType type, char op, BoundExpression left, BoundExpression right, string divisor) : BoundExpression(type, left, right)
{
    private readonly string _operation = op.ToString();

    public override Value Evaluate(EvaluationContext context) =>
        context.Step() ? Apply(context, left.Evaluate(context), right.Evaluate(context)) : StepLimit.Exceeded;

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var (a, b) = (left.Explain(context), right.Explain(context));
        return Result(_operation, Apply(context, a.Value, b.Value), a.Node, b.Node);
    }

    private Value Apply(EvaluationContext context, in Value a, in Value b) => op == '/' && a.IsKnown && b is { IsKnown: true, IsZero: true }
        ? Value.Error(context.Row is null ? $"除数“{divisor}”为 0" : $"第 {context.RowNumber} 行的除数“{divisor}”为 0")
        : Operations.Arithmetic(op, a, b, context.Arithmetic);
}

internal sealed class ComparisonExpression(string op, TypeKind kind, BoundExpression left, BoundExpression right) : BoundExpression(ExpressionType.Boolean, left, right)
{
    private readonly Comparison _comparison = Comparisons.Read(op);

    public override Value Evaluate(EvaluationContext context) =>
        context.Step() ? Operations.Compare(_comparison, kind, left.Evaluate(context), right.Evaluate(context)) : StepLimit.Exceeded;

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var (a, b) = (left.Explain(context), right.Explain(context));
        return Result(op, Operations.Compare(_comparison, kind, a.Value, b.Value), a.Node, b.Node);
    }
}

internal sealed class LogicExpression(string op, BoundExpression left, BoundExpression right) : BoundExpression(ExpressionType.Boolean, left, right)
{
    private readonly bool _isAnd = op == "and";

    public override Value Evaluate(EvaluationContext context) =>
        context.Step() ? Apply(left.Evaluate(context), right.Evaluate(context)) : StepLimit.Exceeded;

    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var (a, b) = (left.Explain(context), right.Explain(context));
        return Result(op, Apply(a.Value, b.Value), a.Node, b.Node);
    }

    private Value Apply(in Value a, in Value b) => _isAnd ? Operations.And(a, b) : Operations.Or(a, b);
}

internal sealed class SignExpression(string op, BoundExpression operand) : BoundExpression(operand.Type, operand)
{
    private readonly bool _isNot = op == "not";

    public override Value Evaluate(EvaluationContext context) => Apply(operand.Evaluate(context));

    public override Explained Explain(EvaluationContext context)
    {
        var inner = operand.Explain(context);
        return Result(_isNot ? "not" : "negate", Apply(inner.Value), inner.Node);
    }

    private Value Apply(in Value value) => _isNot ? Operations.Not(value) : Operations.Negate(value);
}

internal sealed class IfExpression(ExpressionType type, BoundExpression condition, BoundExpression then, BoundExpression otherwise) : BoundExpression(type, condition, then, otherwise)
{
    private TraceNode? _notTaken;

    public override Value Evaluate(EvaluationContext context)
    {
        if (!context.Step())
            return StepLimit.Exceeded;
        var decision = condition.Evaluate(context);
        return !decision.IsKnown ? decision : decision.IsTrue ? then.Evaluate(context) : otherwise.Evaluate(context);
    }

    public override IEnumerable<LevelExpression> Levels => then.Levels.Concat(otherwise.Levels);

    /// <summary>The branch that was not taken is not explained.</summary>
    public override Explained Explain(EvaluationContext context)
    {
        if (!context.Step())
            return Given(StepLimit.Exceeded);
        var decision = condition.Explain(context);
        var notTaken = _notTaken ??= Given(Value.NotApplicable("未采用这一分支")).Node;
        if (!decision.Value.IsKnown)
            return Result("if", decision.Value, decision.Node, notTaken, notTaken);
        var taken = (decision.Value.IsTrue ? then : otherwise).Explain(context);
        return decision.Value.IsTrue ? Result("if", taken.Value, decision.Node, taken.Node, notTaken) : Result("if", taken.Value, decision.Node, notTaken, taken.Node);
    }
}

internal static class StepLimit
{
    public static readonly Value Exceeded = Value.Error("计算步数超过上限");
}
