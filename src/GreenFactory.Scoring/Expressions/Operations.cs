using GreenFactory.Scoring.Evaluation;
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

    public static Value Compare(string op, TypeKind kind, in Value a, in Value b)
    {
        if (!a.IsKnown || !b.IsKnown)
            return Worse(a, b);
        var order = kind == TypeKind.Text ? string.CompareOrdinal(a.Text, b.Text) : a.Exact.CompareTo(b.Exact);
        return Value.Of(op switch
        {
            "=" => order == 0,
            "!=" => order != 0,
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            _ => order >= 0,
        });
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

    public static Value Function(string name, ReadOnlySpan<Value> arguments, ScoreArithmetic arithmetic)
    {
        switch (name)
        {
            case "known" or "missing" when arguments[0].State == ValueState.Error:
                return arguments[0];
            case "known":
                return Value.Of(arguments[0].IsKnown);
            case "missing":
                return Value.Of(arguments[0].State == ValueState.Missing);
            case "orelse":
                return arguments[0].State is ValueState.Missing or ValueState.NotApplicable ? arguments[1] : arguments[0];
            case "min" or "max" or "sum" or "avg":
                return Fold(name, arguments, arithmetic);
        }

        var worst = Worst(arguments);
        if (!worst.IsKnown)
            return worst;
        return name switch
        {
            "abs" => arguments[0].Exact.Sign < 0 ? Negate(arguments[0]) : arguments[0],
            "round" => Round(arguments[0].Exact, arguments[1].Exact),
            "clamp" => arguments[1].Exact > arguments[2].Exact
                ? Value.Error("clamp 的下限大于上限")
                : Value.Of(ExactNumber.Clamp(arguments[0].Exact, arguments[1].Exact, arguments[2].Exact)),
            "count" => Value.Of(arguments[0].Number),
            "has" => Value.Of(arguments[0].Choices.Contains(arguments[1].Text, StringComparer.Ordinal)),
            "oneof" => OneOf(arguments),
            _ => Value.Error($"没有函数 {name}"),
        };
    }

    /// <summary>sum, avg, min or max of several values; none at all is missing, not zero.</summary>
    public static Value Fold(string name, ReadOnlySpan<Value> values, ScoreArithmetic arithmetic)
    {
        if (values.IsEmpty)
            return Value.Missing("没有填写任何一行");
        var result = values[0];
        foreach (var value in values[1..])
        {
            result = name switch
            {
                "min" when result.IsKnown && value.IsKnown => Value.Of(ExactNumber.Min(result.Exact, value.Exact)),
                "max" when result.IsKnown && value.IsKnown => Value.Of(ExactNumber.Max(result.Exact, value.Exact)),
                _ => Arithmetic('+', result, value, arithmetic),
            };
        }

        return name == "avg" ? Arithmetic('/', result, Value.Of((decimal)values.Length), arithmetic) : result;
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
