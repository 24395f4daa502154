using GreenFactory.Scoring.Expressions;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Scores;

/// <summary>Writes a step of a calculation as people write formulas, once with names and once with numbers.</summary>
internal static class FormulaText
{
    /// <summary>该产品综合能耗 ÷ 合格产品产量</summary>
    public static string Names(TraceNode node) => Write(node, Name);

    /// <summary>118,450 tce ÷ 1,150,000 t</summary>
    public static string Numbers(TraceNode node) => Write(node, Number);

    /// <summary>A result with its unit, or why there is none.</summary>
    public static string Number(TraceNode node) => node switch
    {
        { Value: { } value } => $"{NumberText.Natural(value)} {node.Unit}".TrimEnd(),
        { Text.Length: > 0 } => node.Text,
        { Reason.Length: > 0 } => node.Reason,
        _ => "—",
    };

    /// <summary>How a definition of a row came about: its formula with numbers, in the row's physical unit.</summary>
    public static string Working(TraceNode definition, string unit) =>
        definition.Arguments is [{ Operation: "+" or "-" or "*" or "/" } body] ? Numbers(body).Replace("实物单位", unit, StringComparison.Ordinal) : "";

    /// <summary>The branch of a choice that was taken, to the last choice; anything else is itself.</summary>
    public static TraceNode Taken(TraceNode node) =>
        node is { Operation: "if", Arguments: [_, var met, var otherwise] } ? Taken(met.Operation == "given" ? otherwise : met) : node;

    /// <summary>How a corrected level came about: the formula of the correction with numbers, in the unit of the level.</summary>
    public static string Working(TraceNode level) =>
        Write(level.Arguments[0], Number).Replace("限额单位/产品单位", level.Unit, StringComparison.Ordinal);

    private static string Name(TraceNode node) => node switch
    {
        { Label.Length: > 0 } => node.Label,
        { Source: { } source } => $"{source.Label} {source.Column}",
        _ => Number(node),
    };

    private static string Write(TraceNode node, Func<TraceNode, string> leaf)
    {
        if (node.Arguments.Count == 0 || node.Source is not null || node.Operation == "definition")
        {
            return leaf(node);
        }

        if (node.Operation == "if")
        {
            return Write(Taken(node), leaf);
        }

        var sign = node.Operation switch
        {
            "+" => " + ",
            "-" => " − ",
            "*" => " × ",
            "/" => " ÷ ",
            _ => null,
        };
        return sign is not null && node.Arguments.Count == 2
            ? string.Join(sign, node.Arguments.Select(argument => Bracketed(argument, leaf)))
            : node.Arguments.Count == 1 ? Write(node.Arguments[0], leaf) : Number(node);
    }

    private static string Bracketed(TraceNode node, Func<TraceNode, string> leaf) =>
        node.Operation is "+" or "-" && node.Arguments.Count == 2 ? $"({Write(node, leaf)})" : Write(node, leaf);
}
