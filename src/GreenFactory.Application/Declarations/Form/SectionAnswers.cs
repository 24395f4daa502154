using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Declarations.Form;

/// <summary>One answer as it was typed, and which save of the section brought it.</summary>
/// <param name="Values">What was typed: one text, or the ticked codes; empty when cleared.</param>
/// <param name="Revision">The section's revision that brought it.</param>
/// <param name="Form">The form (one opened page) it came from.</param>
/// <param name="ByName">Who typed it.</param>
public sealed record FieldAnswer(IReadOnlyList<string> Values, int Revision, string Form, string ByName)
{
    private const int MostKeys = 8;

    /// <summary>Keys of the last saves of this field, newest first, whoever made them: a save that comes a second time is recognised by them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>The keys after one more save; a save without a key adds none.</summary>
    public static IReadOnlyList<string>? KeysAfter(FieldAnswer? before, SaveKey? key, IReadOnlyList<string> values) =>
        key is null ? before?.Keys : [.. (before?.Keys ?? []).Prepend(key.Kept(values)).Take(MostKeys)];
}

/// <summary>The answers of one section by field name, with what is needed to notice that two people changed the same field.</summary>
public sealed class SectionAnswers
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private SectionAnswers(Dictionary<string, FieldAnswer> fields) => Fields = fields;

    /// <summary>No answers.</summary>
    public static SectionAnswers Empty { get; } = new([]);

    /// <summary>Answers by field name.</summary>
    public IReadOnlyDictionary<string, FieldAnswer> Fields { get; }

    /// <summary>Reads the stored JSON.</summary>
    public static SectionAnswers Read(string json) => new(JsonSerializer.Deserialize<Dictionary<string, FieldAnswer>>(json, Options) ?? []);

    /// <summary>The stored form.</summary>
    public string Write() => JsonSerializer.Serialize(new SortedDictionary<string, FieldAnswer>(new Dictionary<string, FieldAnswer>(Fields), StringComparer.Ordinal), Options);

    /// <summary>What was typed into a field; empty when nothing was.</summary>
    public IReadOnlyList<string> Values(string field) => Fields.TryGetValue(field, out var answer) ? answer.Values : [];

    /// <summary>The one text typed into a field, trimmed; empty when nothing was.</summary>
    public string Text(string field) => Values(field) is [var text, ..] ? WrittenText.Said(text) : "";

    /// <summary>The same answers with some replaced.</summary>
    public SectionAnswers With(IEnumerable<KeyValuePair<string, FieldAnswer>> changes)
    {
        var next = new Dictionary<string, FieldAnswer>(Fields);
        foreach (var (field, answer) in changes)
        {
            next[field] = answer;
        }

        return new SectionAnswers(next);
    }
}
