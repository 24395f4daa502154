using System.Globalization;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Web.Scores;

/// <summary>
/// Reads a formula aloud: the same expression with the labels of questions, options, definitions and tables instead of their codes, and Chinese words
/// instead of functions.
/// </summary>
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

    private readonly Dictionary<string, string> labels;
    private readonly Dictionary<string, InputDefinition> questions;
    private readonly HashSet<string> groups;
    private readonly Dictionary<string, ParameterTable> tables;
    private readonly Dictionary<string, string> gates;

    /// <summary>Takes the labels of a rule set.</summary>
    public FormulaInWords(RuleSet set)
    {
        labels = set.Inputs.Select(input => (input.Code, input.Label))
            .Concat(set.RepeatGroups.Select(group => (group.Code, group.Label)))
            .Concat(set.RepeatGroups.SelectMany(group => group.Inputs).Select(input => (input.Code, input.Label)))
            .Concat(set.Definitions.Select(definition => (definition.Code, definition.Label)))
            .GroupBy(pair => pair.Code, pair => pair.Label).ToDictionary(group => group.Key, group => group.First());
        questions = set.Inputs.Concat(set.RepeatGroups.SelectMany(group => group.Inputs)).DistinctBy(input => input.Code).ToDictionary(input => input.Code);
        groups = [.. set.RepeatGroups.Select(group => group.Code)];
        gates = set.Gates.ToDictionary(gate => gate.Code, gate => gate.Title);
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
        Unary { Operator: "not" } unary => $"不满足（{Say(unary.Operand)}）",
        Unary unary => $"−{Inside(unary.Operand, 4)}",
        Binary { Operator: "=" or "==" or "!=" or "<>", Left: Name name, Right: TextLiteral option } binary =>
            $"{LabelOf(name.Code)} {Operators.GetValueOrDefault(binary.Operator, binary.Operator)} {OptionOf(name.Code, option.Value)}",
        Binary { Operator: "=" or "==", Left: Call { Function: "correction" or "measure" } asked, Right: TextLiteral one } => SayRowWord(asked, [one]),
        Binary { Operator: "!=" or "<>", Left: Call { Function: "correction" or "measure" } asked, Right: TextLiteral one } => $"不满足（{SayRowWord(asked, [one])}）",
        Binary binary => $"{Inside(binary.Left, Strength(binary))} {Operators.GetValueOrDefault(binary.Operator, binary.Operator)} {Inside(binary.Right, Strength(binary) + 1)}",
        Call { Function: "lookup" } call => SayLookup(call),
        Call { Function: "level" } call => SayLevel(call),
        Name { Code: "printed" } => "表列值",
        Call call => SayCall(call, [.. call.Arguments]),
        Name name => LabelOf(name.Code),
        _ => expression.ToString(),
    };

    private string SayCall(Call call, Expression[] arguments) => (call.Function, arguments) switch
    {
        ("if", [var condition, var met, var otherwise]) => $"（{Say(condition)}时取{Say(met)}，否则取{Say(otherwise)}）",
        ("orelse", [var value, var instead]) => $"{Inside(value, 4)}（未填时取 {Say(instead)}）",
        ("known", [var value]) => $"{Say(value)}已填写",
        ("missing", [var value]) => $"{Say(value)}未填写",
        ("distinct", [Name rows, var value]) when groups.Contains(rows.Code) => $"{LabelOf(rows.Code)}各行“{Say(value)}”中不相同的个数",
        ("count", [Name rows, var condition]) when groups.Contains(rows.Code) => $"{LabelOf(rows.Code)}中符合“{Say(condition)}”的行数",
        ("count", [Name rows]) => $"{LabelOf(rows.Code)}的行数",
        ("sum", [Name rows, var value]) when groups.Contains(rows.Code) => $"{LabelOf(rows.Code)}各行“{Say(value)}”之和",
        ("avg", [Name rows, var value]) when groups.Contains(rows.Code) => $"{LabelOf(rows.Code)}各行“{Say(value)}”的平均值",
        ("min", [Name rows, var value]) when groups.Contains(rows.Code) => $"{LabelOf(rows.Code)}各行“{Say(value)}”中最小的",
        ("max", [Name rows, var value]) when groups.Contains(rows.Code) => $"{LabelOf(rows.Code)}各行“{Say(value)}”中最大的",
        ("sum", _) => $"{List(arguments)}之和",
        ("avg", _) => $"{List(arguments)}的平均值",
        ("min", _) => $"{List(arguments)}中较小的",
        ("max", _) => $"{List(arguments)}中较大的",
        ("round", [var value, var places]) => $"{Inside(value, 9)}四舍五入到 {Say(places)} 位小数",
        ("clamp", [var value, var least, var most]) => $"{Inside(value, 9)}（不低于 {Say(least)}，不高于 {Say(most)}）",
        ("gate", [TextLiteral gate]) => $"基本要求“{gates.GetValueOrDefault(gate.Value, gate.Value)}”符合",
        ("correction", [TextLiteral, var row]) => $"所选{Say(row)}的修正",
        ("measure", [TextLiteral, var row]) => $"所选{Say(row)}的计量单位",
        ("abs", [var value]) => $"{Inside(value, 9)}的绝对值",
        ("has", [Name question, TextLiteral option]) => $"“{LabelOf(question.Code)}”已勾选{OptionOf(question.Code, option.Value)}",
        ("oneof", [Call { Function: "correction" or "measure" } asked, .. var words]) => SayRowWord(asked, words),
        ("oneof", [Name question, .. var options]) =>
            $"{LabelOf(question.Code)}为{string.Join("或", options.Select(option => option is TextLiteral text ? OptionOf(question.Code, text.Value) : Say(option)))}",
        _ => call.ToString(),
    };

    private string List(Expression[] arguments) => $"“{string.Join("”与“", arguments.Select(Say))}”";

    private string OptionOf(string question, string code) =>
        !questions.TryGetValue(question, out var input) ? code
        : input.Options.FirstOrDefault(option => option.Code == code)?.Label
            ?? (input.OptionsFrom is { } table && tables.TryGetValue(table, out var found) ? found.Rows.FirstOrDefault(row => row.Key == code)?.Label : null)
            ?? code;

    /// <summary>所选产品的限额按“熟料比例”修正；所选产品以 kWh 计</summary>
    private string SayRowWord(Call asked, IEnumerable<Expression> words)
    {
        if (asked.Arguments is not [TextLiteral code, var row] || !tables.TryGetValue(code.Value, out var table))
        {
            return asked.ToString();
        }

        var named = words.Select(word => (word as TextLiteral)?.Value ?? Say(word)).ToList();
        return asked.Function == "measure"
            ? $"所选{Say(row)}以 {string.Join("或 ", named)} 计"
            : $"所选{Say(row)}的限额按“{string.Join("”或“", named.Select(name => table.Corrections.FirstOrDefault(one => one.Code == name)?.Label ?? name).Distinct())}”修正";
    }

    private string SayLookup(Call call)
    {
        if (call.Arguments is not [TextLiteral code, var key, TextLiteral column] || !tables.TryGetValue(code.Value, out var table))
        {
            return call.ToString();
        }

        var columnLabel = LabelOfColumn(table, column.Value);
        return $"“{table.Label}”中{SayRow(table, key)}的{columnLabel}";
    }

    /// <summary>“单位产品能源消耗限额”中所选产品的1 级（标准没有时为2 级、3 级），按标准的修正条款修正</summary>
    private string SayLevel(Call call)
    {
        if (call.Arguments is not [TextLiteral code, var key, TextLiteral column, .. var next] || !tables.TryGetValue(code.Value, out var table))
        {
            return call.ToString();
        }

        var instead = next.OfType<TextLiteral>().Select(other => LabelOfColumn(table, other.Value)).ToList();
        return $"“{table.Label}”中{SayRow(table, key)}的{LabelOfColumn(table, column.Value)}"
            + (instead.Count > 0 ? $"（标准没有时为{string.Join("、", instead)}）" : "")
            + (table.Corrections.Count > 0 ? "，按标准的修正条款修正" : "");
    }

    private static string LabelOfColumn(ParameterTable table, string column) => table.Columns.FirstOrDefault(candidate => candidate.Code == column)?.Label ?? column;

    private string SayRow(ParameterTable table, Expression key) =>
        key is TextLiteral text ? table.Rows.FirstOrDefault(row => row.Key == text.Value)?.Label ?? text.Value : $"所选{Say(key)}";

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
