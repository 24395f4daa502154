using System.Globalization;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Web.Pages.Public.Rules;

/// <summary>Reads a formula aloud: the same expression with the labels of questions and tables instead of their codes.</summary>
public sealed class FormulaInWords
{
    private static readonly Dictionary<string, string> Operators = new()
    {
        ["*"] = "×",
        ["/"] = "÷",
        ["-"] = "−",
        [">="] = "≥",
        ["<="] = "≤",
        ["!="] = "≠",
        ["<>"] = "≠",
        ["=="] = "=",
        ["and"] = "且",
        ["or"] = "或",
    };

    private static readonly Dictionary<string, string> Functions = new()
    {
        ["if"] = "按条件取",
        ["min"] = "最小值",
        ["max"] = "最大值",
        ["sum"] = "合计",
        ["avg"] = "平均",
        ["count"] = "数量",
        ["round"] = "四舍五入",
        ["clamp"] = "限制在",
        ["abs"] = "绝对值",
        ["known"] = "已填写",
        ["missing"] = "未填写",
        ["orelse"] = "没有时取",
        ["has"] = "已勾选",
        ["oneof"] = "属于",
    };

    private readonly Dictionary<string, string> labels;
    private readonly Dictionary<string, ParameterTable> tables;

    /// <summary>Takes the labels of a rule set.</summary>
    public FormulaInWords(RuleSet set)
    {
        labels = set.Inputs.Select(input => (input.Code, input.Label))
            .Concat(set.RepeatGroups.Select(group => (group.Code, group.Label)))
            .Concat(set.RepeatGroups.SelectMany(group => group.Inputs).Select(input => (input.Code, input.Label)))
            .GroupBy(pair => pair.Code, pair => pair.Label).ToDictionary(group => group.Key, group => group.First());
        tables = set.Parameters.ToDictionary(table => table.Code);
    }

    /// <summary>The label of a question, or its code when it has none.</summary>
    public string LabelOf(string code) => labels.GetValueOrDefault(code, code);

    /// <summary>The formula in words; a formula that cannot be read is given as it stands.</summary>
    public string Say(string formula) => Expression.Parse(formula).Expression is { } expression ? Say(expression) : formula;

    /// <summary>The formula in normal form.</summary>
    public static string NormalForm(string formula) => Expression.Parse(formula).Expression?.ToString() ?? formula;

    /// <summary>The row of a parameter table that a formula names outright, on a day; null when it depends on an answer.</summary>
    public (ParameterRow Row, ParameterTable Table, string Column)? RowOf(string formula, DateOnly day) =>
        Expression.Parse(formula).Expression is Call { Function: "lookup" } call
            && call.Arguments is [TextLiteral table, TextLiteral key, TextLiteral column]
            && tables.TryGetValue(table.Value, out var found)
            && found.Rows.FirstOrDefault(row => row.Key == key.Value && row.HoldsOn(day)) is { } row
            ? (row, found, column.Value)
            : null;

    private string Say(Expression expression) => expression switch
    {
        NumberLiteral number => number.Value.ToString(CultureInfo.InvariantCulture) + (number.Unit is null ? "" : $" {number.Unit}"),
        TextLiteral text => $"“{text.Value}”",
        BooleanLiteral flag => flag.Value ? "是" : "否",
        Name name => LabelOf(name.Code),
        Unary { Operator: "not" } unary => $"不满足（{Say(unary.Operand)}）",
        Unary unary => $"−{Inside(unary.Operand, 4)}",
        Binary binary => $"{Inside(binary.Left, Strength(binary))} {Operators.GetValueOrDefault(binary.Operator, binary.Operator)} {Inside(binary.Right, Strength(binary) + 1)}",
        Call { Function: "lookup" } call => SayLookup(call),
        Call call => $"{Functions.GetValueOrDefault(call.Function, call.Function)}（{string.Join("，", call.Arguments.Select(Say))}）",
        _ => expression.ToString(),
    };

    private string SayLookup(Call call)
    {
        if (call.Arguments is not [TextLiteral code, var key, TextLiteral column] || !tables.TryGetValue(code.Value, out var table))
        {
            return call.ToString();
        }

        var columnLabel = table.Columns.FirstOrDefault(candidate => candidate.Code == column.Value)?.Label ?? column.Value;
        var rowLabel = key is TextLiteral text ? table.Rows.FirstOrDefault(row => row.Key == text.Value)?.Label ?? text.Value : $"所选{Say(key)}";
        return $"“{table.Label}”中{rowLabel}的{columnLabel}";
    }

    private string Inside(Expression expression, int atLeast) => Strength(expression) < atLeast ? $"（{Say(expression)}）" : Say(expression);

    private static int Strength(Expression expression) => expression switch
    {
        Binary { Operator: "or" } => 0,
        Binary { Operator: "and" } => 1,
        Binary { Operator: "+" or "-" } => 3,
        Binary { Operator: "*" or "/" } => 4,
        Binary => 2,
        _ => 9,
    };
}
