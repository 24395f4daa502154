using System.Collections.Immutable;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations;

/// <summary>The facts of a declaration, put together from its sections, and the way back from a problem's path to the field on the form.</summary>
public sealed class DeclaredFacts
{
    private readonly Dictionary<(string Group, int Kept), int> rows;

    private DeclaredFacts(Facts facts, Dictionary<(string Group, int Kept), int> rows) => (Facts, this.rows) = (facts, rows);

    /// <summary>The facts for the engine. Blank rows are left out.</summary>
    public Facts Facts { get; }

    /// <summary>Puts the facts together.</summary>
    /// <param name="set">The rule set that asks.</param>
    /// <param name="answer">What was typed into a field of any section.</param>
    public static DeclaredFacts From(RuleSet set, Func<string, IReadOnlyList<string>> answer)
    {
        var facts = Facts.Empty;
        foreach (var gate in set.Gates)
        {
            if (answer(FieldNames.Gate(gate.Code)) is ["true" or "false"] and [var met])
            {
                facts = facts.WithGate(gate.Code, met == "true");
            }
        }

        foreach (var input in set.Inputs)
        {
            var typed = answer(FieldNames.Input(input.Code));
            facts = input.Type is InputType.MultiChoice ? facts.With(input.Code, typed) : facts.With(input.Code, typed is [var text, ..] ? text : null);
        }

        var kept = new Dictionary<(string, int), int>();
        foreach (var group in set.RepeatGroups)
        {
            facts = WithRows(facts, group, answer, kept);
        }

        return new DeclaredFacts(facts, kept);
    }

    /// <summary>The field on the form that a problem of the engine belongs to, or null.</summary>
    public string? FieldOf(string path)
    {
        if (path.StartsWith("inputs.", StringComparison.Ordinal))
        {
            return FieldNames.Input(path["inputs.".Length..]);
        }

        if (path.StartsWith("gates.", StringComparison.Ordinal))
        {
            return FieldNames.Gate(path["gates.".Length..]);
        }

        if (!path.StartsWith("groups.", StringComparison.Ordinal))
        {
            return null;
        }

        var rest = path["groups.".Length..];
        if (rest.Split('[', ']') is not [var group, var index, var code])
        {
            return FieldNames.Row(rest, 0, "");
        }

        var number = int.Parse(index, System.Globalization.CultureInfo.InvariantCulture);
        return FieldNames.Row(group, rows.GetValueOrDefault((group, number), number), code.TrimStart('.'));
    }

    private static Facts WithRows(Facts facts, RepeatGroup group, Func<string, IReadOnlyList<string>> answer, Dictionary<(string, int), int> kept)
    {
        var found = ImmutableArray.CreateBuilder<ImmutableSortedDictionary<string, Answer>>();
        for (var row = 0; row < group.MaxRows; row++)
        {
            var number = row;
            var answers = group.Inputs
                .Select(input => (input.Code, Text: answer(FieldNames.Row(group.Code, number, input.Code)) is [var text, ..] ? text : ""))
                .Where(cell => !string.IsNullOrWhiteSpace(cell.Text))
                .ToImmutableSortedDictionary(cell => cell.Code, cell => Answer.Of(cell.Text), StringComparer.Ordinal);
            if (answers.Count > 0)
            {
                kept[(group.Code, found.Count)] = row;
                found.Add(answers);
            }
        }

        return found.Count == 0 ? facts : facts with { Groups = facts.Groups.SetItem(group.Code, found.ToImmutable()) };
    }
}
