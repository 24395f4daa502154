using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>Finds relations that always hold or never can, whatever is answered: they read no answer, compare a formula with itself, or a question with what its own bounds settle.</summary>
internal static class RelationChecks
{
    public static void Run(RuleSet set, CheckReport report)
    {
        foreach (var (i, caution) in set.Cautions.Index())
        {
            var path = $"$.cautions[{i}].holds";
            if (Formulas.Names(caution.Holds).Count == 0 && !caution.Holds.Contains("gate(", StringComparison.Ordinal))
                report.Refuse("caution.constant", path, $"这条关系“{caution.Holds}”不看任何答案，总是成立或永远不成立，请改写或删除。");
            else if (Expression.Parse(caution.Holds).Expression is { } holds && Settled(holds, name => Question(set, caution, name)) is { } always)
                report.Refuse("caution.constant", path, $"这条关系“{caution.Holds}”无论怎样填报都{(always ? "成立" : "不成立")}，请改写或删除。");
        }
    }

    private static InputDefinition? Question(RuleSet set, Caution caution, string name)
    {
        var rows = caution.Place.Group is { } code ? set.RepeatGroups.FirstOrDefault(group => group.Code == code)?.Inputs : null;
        return rows?.FirstOrDefault(input => input.Code == name) ?? set.Inputs.FirstOrDefault(input => input.Code == name);
    }

    /// <summary>What a condition comes to for every answer that the form takes; none where it depends on the answers.</summary>
    private static bool? Settled(Expression holds, Func<string, InputDefinition?> question) => holds switch
    {
        BooleanLiteral literal => literal.Value,
        Unary { Operator: "not" } not => !Settled(not.Operand, question),
        Binary { Operator: "and" } both => Both(Settled(both.Left, question), Settled(both.Right, question)),
        Binary { Operator: "or" } either => !Both(!Settled(either.Left, question), !Settled(either.Right, question)),
        Binary { Operator: "=" or "<=" or ">=" } same when same.Left.Equals(same.Right) => true,
        Binary { Operator: "!=" or "<" or ">" } same when same.Left.Equals(same.Right) => false,
        Binary { Left: Name name, Right: NumberLiteral number } bound => Bounded(bound.Operator, question(name.Code), number),
        Binary { Left: NumberLiteral number, Right: Name name } bound => Bounded(Turned(bound.Operator), question(name.Code), number),
        _ => null,
    };

    private static bool? Both(bool? left, bool? right) => left == false || right == false ? false : left == true && right == true ? true : null;

    private static string Turned(string comparison) => comparison switch { "<" => ">", "<=" => ">=", ">" => "<", ">=" => "<=", _ => comparison };

    private static bool? Bounded(string comparison, InputDefinition? question, NumberLiteral number)
    {
        if (question is not { Type: InputType.Number } || (number.Unit is { } unit && unit != question.Unit))
            return null;
        var (least, most, x) = (question.Min, question.Max, number.Value);
        return comparison switch
        {
            ">=" => least >= x ? true : most < x ? false : null,
            ">" => least > x ? true : most <= x ? false : null,
            "<=" => most <= x ? true : least > x ? false : null,
            "<" => most < x ? true : least >= x ? false : null,
            "=" => least > x || most < x ? false : null,
            "!=" => least > x || most < x ? true : null,
            _ => null,
        };
    }
}
