using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Expressions;

/// <summary>A formula in Chinese words and signs of arithmetic, for people who compare it with the text of a standard and do not read the language of the rules.</summary>
public sealed class FormulaWords
{
    /// <summary>The unit of a level, which is that of its row.</summary>
    private const string RowUnit = "限额单位/产品单位";

    private readonly Dictionary<string, InputDefinition> _questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);

    /// <summary>Prepares the words of a rule set.</summary>
    public FormulaWords(RuleSet set)
    {
        foreach (var input in set.Inputs.Concat(set.RepeatGroups.SelectMany(group => group.Inputs)))
        {
            _questions.TryAdd(input.Code, input);
            _labels.TryAdd(input.Code, input.Label);
        }

        foreach (var group in set.RepeatGroups)
            _labels.TryAdd(group.Code, group.Label);
        foreach (var definition in set.Definitions)
            _labels.TryAdd(definition.Code, definition.Label);
        _labels[PrintedExpression.Name] = "表列值";
    }

    /// <summary>A formula in words; one that cannot be read stands as it is.</summary>
    public string Of(string formula) => Expression.Parse(formula).Expression is { } read ? Words(read) : formula;

    private string Words(Expression expression) => expression switch
    {
        NumberLiteral number => Number(number),
        TextLiteral text => $"“{text.Value}”",
        BooleanLiteral flag => flag.Value ? "是" : "否",
        Name name => _labels.GetValueOrDefault(name.Code, name.Code),
        Unary { Operator: "not" } not => $"并非{Bracketed(not.Operand)}",
        Unary minus => $"−{Bracketed(minus.Operand)}",
        Binary { Operator: "/", Right: NumberLiteral { Value: 1m, Unit: { } unit } } counted => $"以{(unit == "%" ? "百分点" : unit)}计的{Bracketed(counted.Left)}",
        Binary { Operator: "*", Right: NumberLiteral { Value: 1m, Unit: not null } } measured => Words(measured.Left),
        Binary { Left: Name { Code: var code }, Right: TextLiteral option } chosen when _questions.TryGetValue(code, out var question) =>
            $"{question.Label}{(chosen.Operator == "=" ? "为" : "不为")}“{question.Options.FirstOrDefault(one => one.Code == option.Value)?.Label ?? option.Value}”",
        Binary binary => $"{Operand(binary, binary.Left)}{Sign(binary.Operator)}{Operand(binary, binary.Right)}",
        Call call => Words(call),
        _ => expression.ToString(),
    };

    private string Words(Call call) => (call.Function, call.Arguments) switch
    {
        ("if", [var condition, var then, var otherwise]) => $"（{Words(condition)}的，为 {Words(then)}；否则为 {Words(otherwise)}）",
        ("orelse", [var first, BooleanLiteral { Value: false }]) => Words(first),
        ("orelse", [var first, var second]) => $"{Bracketed(first)}（没有填的，为 {Words(second)}）",
        ("clamp", [var number, var least, var most]) => $"{Bracketed(number)}（不小于 {Words(least)}，不大于 {Words(most)}）",
        ("max", var all) => $"（{string.Join("、", all.Select(Words))}中最大的）",
        ("min", var all) => $"（{string.Join("、", all.Select(Words))}中最小的）",
        ("abs", [var number]) => $"{Bracketed(number)}的绝对值",
        ("round", [var number, var places]) => $"{Bracketed(number)}（修约到 {Words(places)} 位小数）",
        _ => call.ToString(),
    };

    private static string Number(NumberLiteral number) => number.Unit switch
    {
        null or RowUnit => DecimalText.Write(number.Value),
        "%" => $"{DecimalText.Write(number.Value)}%",
        var unit => $"{DecimalText.Write(number.Value)} {unit}",
    };

    /// <summary>An operand of a sum or product; a sum inside a product, and whatever is taken away or divided by, stands in brackets.</summary>
    private string Operand(Binary whole, Expression part) =>
        part is Binary inner && Shown(inner) is { } sign && (Strength(sign) < Strength(whole.Operator) || (ReferenceEquals(part, whole.Right) && Strength(sign) == Strength(whole.Operator) && whole.Operator is "-" or "/"))
            ? $"（{Words(part)}）" : Words(part);

    private string Bracketed(Expression part) => part is Binary inner && Shown(inner) is not null ? $"（{Words(part)}）" : Words(part);

    /// <summary>The sign that the words of two operands stand beside; none where they are one phrase.</summary>
    private static string? Shown(Binary binary) => binary switch
    {
        { Operator: "/", Right: NumberLiteral { Value: 1m, Unit: not null } } => null,
        { Operator: "*", Right: NumberLiteral { Value: 1m, Unit: not null } } => binary.Left is Binary inner ? Shown(inner) : null,
        _ => binary.Operator,
    };

    private static int Strength(string sign) => sign switch { "or" => 1, "and" => 2, "+" or "-" => 5, "*" or "/" => 6, _ => 4 };

    private static string Sign(string sign) => sign switch
    {
        "*" => " × ",
        "/" => " ÷ ",
        "-" => " − ",
        "<=" => " ≤ ",
        ">=" => " ≥ ",
        "!=" => " ≠ ",
        "and" => "，且",
        "or" => "，或",
        _ => $" {sign} ",
    };
}
