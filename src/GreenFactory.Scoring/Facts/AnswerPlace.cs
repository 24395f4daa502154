using System.Collections.Immutable;
using System.Globalization;

namespace GreenFactory.Scoring;

/// <summary>
/// Where an answer stands in the facts: <c>gates.neg1</c>, <c>inputs.energy_total</c>, <c>groups.energy_products</c> (all its rows),
/// <c>groups.energy_products[0]</c> (a row, counted from 0, blank rows left out) or <c>groups.energy_products[0].output</c> (a cell of it).
/// </summary>
public sealed record AnswerPlace
{
    private const string Gates = "gates.";
    private const string Inputs = "inputs.";
    private const string Groups = "groups.";

    private AnswerPlace()
    {
    }

    /// <summary>Code of the gate; null elsewhere.</summary>
    public string? Gate { get; private init; }

    /// <summary>Code of the repeat group; null for a gate and an input of the unit.</summary>
    public string? Group { get; private init; }

    /// <summary>Number of the row, from 0; null where no row is meant.</summary>
    public int? Row { get; private init; }

    /// <summary>Code of the input; null for a gate, a group and a whole row.</summary>
    public string? Input { get; private init; }

    /// <summary>The answer to a gate.</summary>
    public static AnswerPlace OfGate(string code) => new() { Gate = code };

    /// <summary>The answer to an input of the unit.</summary>
    public static AnswerPlace OfInput(string code) => new() { Input = code };

    /// <summary>All rows of a repeat group.</summary>
    public static AnswerPlace OfGroup(string group) => new() { Group = group };

    /// <summary>One row of a repeat group.</summary>
    public static AnswerPlace OfRow(string group, int row) => new() { Group = group, Row = row };

    /// <summary>One answer of a row.</summary>
    public static AnswerPlace OfCell(string group, int row, string input) => new() { Group = group, Row = row, Input = input };

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static AnswerPlace? Read(string text)
    {
        if (After(text, Gates) is { } gate)
        {
            return OfGate(gate);
        }

        if (After(text, Inputs) is { } input)
        {
            return OfInput(input);
        }

        if (After(text, Groups) is not { } rest)
        {
            return null;
        }

        return rest.Split('[', ']') switch
        {
            [{ Length: > 0 } group] => OfGroup(group),
            [{ Length: > 0 } group, var row, var end] when int.TryParse(row, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => end switch
            {
                "" => OfRow(group, number),
                ['.', _, ..] => OfCell(group, number, end[1..]),
                _ => null,
            },
            _ => null,
        };
    }

    /// <summary>The answer that stands here; null for none.</summary>
    public Answer? In(Facts facts) => this switch
    {
        { Group: null, Input: { } input } => facts.Inputs.GetValueOrDefault(input),
        { Group: { } group, Row: { } row, Input: { } input } => RowsOf(facts, group) is { } rows && row < rows.Length ? rows[row].GetValueOrDefault(input) : null,
        _ => null,
    };

    /// <summary>The facts with an answer here; a row that is not there leaves them as they are.</summary>
    /// <exception cref="InvalidOperationException">No single answer stands at such a place.</exception>
    public Facts Put(Facts facts, Answer answer) => this switch
    {
        { Group: null, Input: { } input } => facts with { Inputs = facts.Inputs.SetItem(input, answer) },
        { Group: { } group, Row: { } row, Input: { } input } => RowsOf(facts, group) is { } rows && row < rows.Length
            ? facts with { Groups = facts.Groups.SetItem(group, rows.SetItem(row, rows[row].SetItem(input, answer))) }
            : facts,
        _ => throw new InvalidOperationException($"No single answer stands at {this}."),
    };

    /// <inheritdoc/>
    public override string ToString() => this switch
    {
        { Gate: { } gate } => Gates + gate,
        { Group: null } => Inputs + Input,
        { Row: null } => Groups + Group,
        { Input: null } => string.Create(CultureInfo.InvariantCulture, $"{Groups}{Group}[{Row}]"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Groups}{Group}[{Row}].{Input}"),
    };

    private static string? After(string text, string start) => text.StartsWith(start, StringComparison.Ordinal) && text.Length > start.Length ? text[start.Length..] : null;

    private static ImmutableArray<ImmutableSortedDictionary<string, Answer>>? RowsOf(Facts facts, string group) => facts.Groups.TryGetValue(group, out var rows) ? rows : null;
}
