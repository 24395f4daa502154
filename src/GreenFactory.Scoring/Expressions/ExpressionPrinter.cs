using GreenFactory.Scoring.Json;

namespace GreenFactory.Scoring.Expressions;

/// <summary>Prints an expression in normal form: single spaces, only the brackets that are needed.</summary>
internal static class ExpressionPrinter
{
    public static string Print(Expression expression) => expression switch
    {
        NumberLiteral number => DecimalText.Write(number.Value) + (number.Unit is null ? "" : $" [{number.Unit}]"),
        TextLiteral text => $"\"{text.Value}\"",
        BooleanLiteral flag => flag.Value ? "true" : "false",
        Name name => name.Code,
        Unary { Operator: "not" } unary => $"not {Inside(unary.Operand, 3)}",
        Unary unary => $"-{Inside(unary.Operand, 7)}",
        Binary binary => Print(binary),
        Call call => $"{call.Function}({string.Join(", ", call.Arguments.Select(Print))})",
        _ => throw new ArgumentOutOfRangeException(nameof(expression)),
    };

    private static string Print(Binary binary)
    {
        var strength = Strength(binary);
        var left = Inside(binary.Left, strength == 4 ? 5 : strength);
        return $"{left} {binary.Operator} {Inside(binary.Right, strength + 1)}";
    }

    private static string Inside(Expression expression, int atLeast) => Strength(expression) < atLeast ? $"({Print(expression)})" : Print(expression);

    private static int Strength(Expression expression) => expression switch
    {
        Binary { Operator: "or" } => 1,
        Binary { Operator: "and" } => 2,
        Unary { Operator: "not" } => 3,
        Binary { Operator: "+" or "-" } => 5,
        Binary { Operator: "*" or "/" } => 6,
        Binary => 4,
        Unary => 7,
        _ => 8,
    };
}
