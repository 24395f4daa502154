using GreenFactory.Scoring.Numbers;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>
/// The one definition of every operation on values. States win over numbers: error before missing before not applicable.
/// What divides, adds or multiplies does so in the arithmetic it is told.
/// </summary>
internal static class Operations
{
    public static Value Arithmetic(char op, in Value a, in Value b, ScoreArithmetic arithmetic)
    {
        if (!a.IsKnown || !b.IsKnown)
            return Worse(a, b);
        if (op == '/' && b.IsZero)
            return Value.Error("除数为 0");
        if (a.IsDecimal && b.IsDecimal && arithmetic == ScoreArithmetic.Exact && Decimals(op, a.Number, b.Number, out var result))
            return Value.Of(result);
        try
        {
            return arithmetic == ScoreArithmetic.Exact
                ? Value.Of(op switch { '+' => a.Exact + b.Exact, '-' => a.Exact - b.Exact, '*' => a.Exact * b.Exact, _ => a.Exact / b.Exact })
                : Value.Of(op switch { '+' => a.Number + b.Number, '-' => a.Number - b.Number, '*' => a.Number * b.Number, _ => a.Number / b.Number });
        }
        catch (OverflowException)
        {
            return Value.Error("数值过大，超出可计算范围");
        }
    }

    /// <summary>Nearly every step of a formula: two decimals that give one.</summary>
    private static bool Decimals(char op, decimal a, decimal b, out decimal result)
    {
        switch (op)
        {
            case '+':
                return DecimalParts.TrySum(a, b, out result);
            case '-':
                return DecimalParts.TrySum(a, -b, out result);
            case '*':
                return DecimalParts.TryProduct(a, b, out result);
            default:
                result = 0m;
                return false;
        }
    }

    public static Value Compare(Comparison comparison, TypeKind kind, in Value a, in Value b)
    {
        if (!a.IsKnown || !b.IsKnown)
            return Worse(a, b);
        if (kind == TypeKind.Text)
            return Value.Of(comparison.Holds(a.Text == b.Text ? 0 : 1));
        return Value.Of(comparison.Holds(a.IsDecimal && b.IsDecimal ? a.Number.CompareTo(b.Number) : a.Exact.CompareTo(b.Exact)));
    }

    /// <summary>False decides even when the other side is missing; otherwise an unknown side stays unknown.</summary>
    public static Value And(in Value a, in Value b)
    {
        if (a.IsKnown && b.IsKnown)
            return Value.Of(a.IsTrue && b.IsTrue);
        if (a.State == ValueState.Error || b.State == ValueState.Error)
            return Worse(a, b);
        return (a.IsKnown && !a.IsTrue) || (b.IsKnown && !b.IsTrue) ? Value.Of(false) : Worse(a, b);
    }

    /// <summary>True decides even when the other side is missing.</summary>
    public static Value Or(in Value a, in Value b)
    {
        if (a.IsKnown && b.IsKnown)
            return Value.Of(a.IsTrue || b.IsTrue);
        if (a.State == ValueState.Error || b.State == ValueState.Error)
            return Worse(a, b);
        return a.IsTrue || b.IsTrue ? Value.Of(true) : Worse(a, b);
    }

    public static Value Not(in Value a) => a.IsKnown ? Value.Of(!a.IsTrue) : a;

    public static Value Negate(in Value a) => a.IsKnown ? Value.Of(-a.Exact) : a;

    public static Value Scale(decimal factor, in Value a, ScoreArithmetic arithmetic) => a.IsKnown ? Arithmetic('*', a, Value.Of(factor), arithmetic) : a;

    public static Value If(Value condition, Value then, Value otherwise) => !condition.IsKnown ? condition : condition.IsTrue ? then : otherwise;

    /// <summary>The first value, or the second one where nobody gave the first or it does not arise.</summary>
    public static Value OrElse(in Value first, in Value second) => first.State is ValueState.Missing or ValueState.NotApplicable ? second : first;

    public static Value Function(Function function, ReadOnlySpan<Value> arguments, ScoreArithmetic arithmetic)
    {
        switch (function)
        {
            case Expressions.Function.Known or Expressions.Function.Missing when arguments[0].State == ValueState.Error:
                return arguments[0];
            case Expressions.Function.Known:
                return Value.Of(arguments[0].IsKnown);
            case Expressions.Function.Missing:
                return Value.Of(arguments[0].State == ValueState.Missing);
            case Expressions.Function.OrElse:
                return OrElse(arguments[0], arguments[1]);
            case Expressions.Function.Min or Expressions.Function.Max or Expressions.Function.Sum or Expressions.Function.Avg:
                return Fold(function, arguments, arithmetic);
        }

        var worst = Worst(arguments);
        if (!worst.IsKnown)
            return worst;
        return function switch
        {
            Expressions.Function.Abs => arguments[0].Exact.Sign < 0 ? Negate(arguments[0]) : arguments[0],
            Expressions.Function.Round => Round(arguments[0].Exact, arguments[1].Exact),
            Expressions.Function.Clamp => arguments[1].Exact > arguments[2].Exact
                ? Value.Error("clamp 的下限大于上限")
                : Value.Of(ExactNumber.Clamp(arguments[0].Exact, arguments[1].Exact, arguments[2].Exact)),
            Expressions.Function.Count => Value.Of(arguments[0].Number),
            Expressions.Function.Has => Value.Of(arguments[0].Choices.Contains(arguments[1].Text, StringComparer.Ordinal)),
            Expressions.Function.OneOf => OneOf(arguments),
            _ => Value.Error($"没有函数 {function}"),
        };
    }

    /// <summary>sum, avg, min or max of several values; none at all is missing, not zero.</summary>
    public static Value Fold(Function function, ReadOnlySpan<Value> values, ScoreArithmetic arithmetic)
    {
        if (values.IsEmpty)
            return Value.Missing("没有填写任何一行");
        var result = values[0];
        foreach (ref readonly var value in values[1..])
        {
            result = function switch
            {
                Expressions.Function.Min when result.IsKnown && value.IsKnown => Value.Of(ExactNumber.Min(result.Exact, value.Exact)),
                Expressions.Function.Max when result.IsKnown && value.IsKnown => Value.Of(ExactNumber.Max(result.Exact, value.Exact)),
                _ => Arithmetic('+', result, value, arithmetic),
            };
        }

        return function == Expressions.Function.Avg ? Arithmetic('/', result, Value.Of((decimal)values.Length), arithmetic) : result;
    }

    public static Value Worst(ReadOnlySpan<Value> values)
    {
        var worst = Value.Of(0m);
        foreach (ref readonly var value in values)
        {
            if (!value.IsKnown)
                worst = worst.IsKnown ? value : Worse(worst, value);
        }

        return worst;
    }

    private static Value Worse(in Value a, in Value b) => Rank(a.State) >= Rank(b.State) ? a : b;

    private static int Rank(ValueState state) => state switch
    {
        ValueState.Error => 3,
        ValueState.Missing => 2,
        ValueState.NotApplicable => 1,
        _ => 0,
    };

    private static Value Round(in ExactNumber number, in ExactNumber places) =>
        places is { IsDecimal: true, Nearest: >= 0 and <= 12 and var count } && decimal.Truncate(count) == count
            ? Value.Of(number.Round((int)count, RoundingMode.AwayFromZero))
            : Value.Error("round 的小数位数应当是 0 到 12 的整数");

    private static Value OneOf(ReadOnlySpan<Value> arguments)
    {
        foreach (var candidate in arguments[1..])
        {
            if (candidate.Text == arguments[0].Text)
                return Value.Of(true);
        }

        return Value.Of(false);
    }
}
