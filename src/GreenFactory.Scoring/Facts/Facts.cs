using System.Collections.Immutable;

namespace GreenFactory.Scoring;

/// <summary>One answer as it was typed: one text, or several codes for a multi-choice. Nothing is interpreted yet, so nothing typed is ever lost.</summary>
public sealed record Answer(ImmutableArray<string> Parts)
{
    /// <summary>An answer of one text.</summary>
    public static Answer Of(string text) => new([text]);

    /// <summary>An answer of several codes.</summary>
    public static Answer Of(IEnumerable<string> codes) => new([.. codes]);

    /// <summary>The text, or the codes with commas between them.</summary>
    public string Text => Parts.Length == 1 ? Parts[0] : string.Join(",", Parts);

    /// <inheritdoc/>
    public bool Equals(Answer? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);
}

/// <summary>Points given by a person to a graded indicator, as typed, with the reason.</summary>
public sealed record Grade(string Points, string Reason);

/// <summary>
/// Everything that is known about one unit and goes into its score: answers by input code, rows by repeat group, gates met or not,
/// rulings that an indicator is not applicable (with reason), grades, and declared choices.
/// </summary>
public sealed record Facts
{
    /// <summary>No answers at all.</summary>
    public static readonly Facts Empty = new();

    /// <summary>Answers by input code.</summary>
    public ImmutableSortedDictionary<string, Answer> Inputs { get; init; } = Sorted<Answer>();

    /// <summary>Rows by repeat-group code; each row holds answers by row-input code.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<ImmutableSortedDictionary<string, Answer>>> Groups { get; init; } =
        Sorted<ImmutableArray<ImmutableSortedDictionary<string, Answer>>>();

    /// <summary>Whether each gate is met; a gate that is not listed is unanswered.</summary>
    public ImmutableSortedDictionary<string, bool> Gates { get; init; } = Sorted<bool>();

    /// <summary>Indicators ruled not applicable, each with the reason.</summary>
    public ImmutableSortedDictionary<string, string> NotApplicable { get; init; } = Sorted<string>();

    /// <summary>Grades by indicator code.</summary>
    public ImmutableSortedDictionary<string, Grade> Grades { get; init; } = Sorted<Grade>();

    /// <summary>Children declared to count, by code of the choosing indicator.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Declared { get; init; } = Sorted<ImmutableArray<string>>();

    /// <summary>The same facts with one answer set, or removed if the text is blank.</summary>
    public Facts With(string input, string? text) =>
        this with { Inputs = string.IsNullOrWhiteSpace(text) ? Inputs.Remove(input) : Inputs.SetItem(input, Answer.Of(text)) };

    /// <summary>The same facts with the codes of a multi-choice set, or removed if there are none.</summary>
    public Facts With(string input, IReadOnlyCollection<string> codes) =>
        this with { Inputs = codes.Count == 0 ? Inputs.Remove(input) : Inputs.SetItem(input, Answer.Of(codes)) };

    /// <summary>The same facts with the rows of a repeat group replaced; blank answers and blank rows are left out.</summary>
    public Facts WithRows(string group, IEnumerable<IReadOnlyDictionary<string, string>> rows) => this with
    {
        Groups = Groups.SetItem(group, [.. rows
            .Select(row => row.Where(a => !string.IsNullOrWhiteSpace(a.Value)).ToImmutableSortedDictionary(a => a.Key, a => Answer.Of(a.Value), StringComparer.Ordinal))
            .Where(row => row.Count > 0)]),
    };

    /// <summary>The same facts with a gate answered.</summary>
    public Facts WithGate(string gate, bool met) => this with { Gates = Gates.SetItem(gate, met) };

    private static ImmutableSortedDictionary<string, T> Sorted<T>() => ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
}
