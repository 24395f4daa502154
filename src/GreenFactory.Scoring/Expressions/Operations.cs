namespace GreenFactory.Scoring.Expressions;

/// <summary>
/// The one definition of every operation on values; evaluation and the recomputation of a trace both use it.
/// States win over numbers: error before missing before not applicable.
/// </summary>
internal static class Operations
{
    public static Value Arithmetic(char op, in Value a, in Value b)
    {
        if (!a.IsKnown || !b.IsKnown)
            return Worse(a, b);
        try
        {
            return op switch
            {
                '+' => Value.Of(a.Number + b.Number),
                '-' => Value.Of(a.Number - b.Number),
                '*' => Value.Of(a.Number * b.Number),
                _ => b.Number == 0m ? Value.Error("除数为 0") : Value.Of(a.Number / b.Number),
            };
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
        var order = kind == TypeKind.Text ? string.CompareOrdinal(a.Text, b.Text) : a.Number.CompareTo(b.Number);
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

    public static Value Negate(in Value a) => a.IsKnown ? Value.Of(-a.Number) : a;

    public static Value Scale(decimal factor, in Value a) => a.IsKnown ? Arithmetic('*', a, Value.Of(factor)) : a;

    public static Value If(Value condition, Value then, Value otherwise) => !condition.IsKnown ? condition : condition.IsTrue ? then : otherwise;

    public static Value Function(string name, ReadOnlySpan<Value> arguments)
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
                return Fold(name, arguments);
        }

        var worst = Worst(arguments);
        if (!worst.IsKnown)
            return worst;
        return name switch
        {
            "abs" => Value.Of(Math.Abs(arguments[0].Number)),
            "round" => Round(arguments[0].Number, arguments[1].Number),
            "clamp" => arguments[1].Number > arguments[2].Number
                ? Value.Error("clamp 的下限大于上限")
                : Value.Of(Math.Clamp(arguments[0].Number, arguments[1].Number, arguments[2].Number)),
            "count" => Value.Of(arguments[0].Number),
            "has" => Value.Of(arguments[0].Choices.Contains(arguments[1].Text, StringComparer.Ordinal)),
            "oneof" => OneOf(arguments),
            _ => Value.Error($"没有函数 {name}"),
        };
    }

    /// <summary>sum, avg, min or max of several values; none at all is missing, not zero.</summary>
    public static Value Fold(string name, ReadOnlySpan<Value> values)
    {
        if (values.IsEmpty)
            return Value.Missing("没有填写任何一行");
        var result = values[0];
        foreach (var value in values[1..])
        {
            result = name switch
            {
                "min" when result.IsKnown && value.IsKnown => Value.Of(Math.Min(result.Number, value.Number)),
                "max" when result.IsKnown && value.IsKnown => Value.Of(Math.Max(result.Number, value.Number)),
                _ => Arithmetic('+', result, value),
            };
        }

        return name == "avg" ? Arithmetic('/', result, Value.Of(values.Length)) : result;
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

    private static Value Round(decimal number, decimal places) =>
        places is >= 0 and <= 12 && decimal.Truncate(places) == places
            ? Value.Of(decimal.Round(number, (int)places, MidpointRounding.AwayFromZero))
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
