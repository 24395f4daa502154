using System.Collections.Immutable;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations.Form;

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
            if (answer(FormField.OfGate(gate.Code).Name) is ["true" or "false"] and [var met])
            {
                facts = facts.WithGate(gate.Code, met == "true");
            }
        }

        foreach (var input in set.Inputs)
        {
            var typed = answer(FormField.OfInput(input.Code).Name);
            facts = input.Type is InputType.MultiChoice ? facts.With(input.Code, typed) : facts.With(input.Code, typed is [var text, ..] ? TypedQuantity.ForScoring(input, text, () => input.Unit) : null);
        }

        var kept = new Dictionary<(string, int), int>();
        var words = new AnswerWords(set, DateOnly.MaxValue);
        foreach (var group in set.RepeatGroups)
        {
            facts = WithRows(facts, group, words, answer, kept);
        }

        return new DeclaredFacts(facts, kept);
    }

    /// <summary>The field on the form at which an answer of the facts was typed; of a whole group its first row.</summary>
    public FormField FieldOf(AnswerPlace place) => place switch
    {
        { Gate: { } gate } => FormField.OfGate(gate),
        { Group: { } group, Row: { } row } => FormField.OfCell(group, rows.GetValueOrDefault((group, row), row), place.Input ?? ""),
        { Group: { } group } => FormField.OfRow(group, 0),
        _ => FormField.OfInput(place.Input!),
    };

    /// <summary>What was said to warnings, by the place of the answer in these facts, wherever on the form it was typed; and why an indicator has no file, by <see cref="FormField.FilesOf"/>.</summary>
    /// <param name="set">The rule set that asks.</param>
    /// <param name="answer">What was typed into a field of any section.</param>
    public IReadOnlyDictionary<string, string> Justifications(RuleSet set, Func<string, IReadOnlyList<string>> answer) => Places(set)
        .Select(place => (Path: place.ToString(), Said: string.Join("、", answer(FieldOf(place).Justification.Name))))
        .Concat(set.Indicators.Select(indicator => (Path: FormField.FilesOf(indicator.Code), Said: string.Join("、", answer(FormField.OfExcuse(indicator.Code).Name)))))
        .Where(pair => pair.Said.Length > 0)
        .ToDictionary(pair => pair.Path, pair => pair.Said, StringComparer.Ordinal);

    private IEnumerable<AnswerPlace> Places(RuleSet set) =>
    [
        .. set.Gates.Select(gate => AnswerPlace.OfGate(gate.Code)),
        .. set.Inputs.Select(input => AnswerPlace.OfInput(input.Code)),
        .. from grouped in set.RepeatGroups
           from row in Enumerable.Range(0, Facts.Groups.TryGetValue(grouped.Code, out var given) ? given.Length : 0)
           from input in grouped.Inputs
           select AnswerPlace.OfCell(grouped.Code, row, input.Code),
    ];

    private static Facts WithRows(Facts facts, RepeatGroup group, AnswerWords words, Func<string, IReadOnlyList<string>> answer, Dictionary<(string, int), int> kept)
    {
        var found = ImmutableArray.CreateBuilder<ImmutableSortedDictionary<string, Answer>>();
        for (var row = 0; row < group.MaxRows; row++)
        {
            var number = row;
            string InRow(string code) => answer(FormField.OfCell(group.Code, number, code).Name) is [var text, ..] ? text : "";
            var answers = group.Inputs
                .Where(input => !WrittenText.SaysNothing(InRow(input.Code)))
                .ToImmutableSortedDictionary(
                    input => input.Code,
                    input => Answer.Of(TypedQuantity.ForScoring(input, InRow(input.Code), () => words.UnitIn(group, input, InRow))),
                    StringComparer.Ordinal);
            if (answers.Count > 0)
            {
                kept[(group.Code, found.Count)] = row;
                found.Add(answers);
            }
        }

        return found.Count == 0 ? facts : facts with { Groups = facts.Groups.SetItem(group.Code, found.ToImmutable()) };
    }
}
