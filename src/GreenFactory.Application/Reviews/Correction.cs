using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Reviews;

/// <summary>One answer that the district corrected.</summary>
/// <param name="Path">Its place in the facts, as <see cref="AnswerPlace"/> writes it.</param>
/// <param name="Label">The question.</param>
/// <param name="Declared">As declared: one text, several codes for a multi-choice, none for a question left open.</param>
/// <param name="Corrected">As corrected.</param>
public sealed record Correction(string Path, string Label, IReadOnlyList<string> Declared, IReadOnlyList<string> Corrected)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Its place in the facts.</summary>
    /// <exception cref="InvalidOperationException">What was stored is no place.</exception>
    [JsonIgnore]
    public AnswerPlace Place => AnswerPlace.Read(Path) ?? throw new InvalidOperationException($"{Path} is no place in the facts.");

    /// <summary>The stored form of a list.</summary>
    public static string Write(IReadOnlyList<Correction> corrections) => JsonSerializer.Serialize(corrections, Options);

    /// <summary>Reads the stored form.</summary>
    public static IReadOnlyList<Correction> Read(string json) => JsonSerializer.Deserialize<List<Correction>>(json, Options) ?? [];

    /// <summary>The facts with this answer in its place; a row that is no longer there leaves them as they are.</summary>
    public Facts ApplyTo(Facts facts) => Place.Put(facts, Answer.Of(Corrected));

    /// <summary>What was changed into what, for people: “合格产量 1,136,757 修改为 1,136,756”.</summary>
    /// <param name="set">The rule set that asks.</param>
    /// <param name="asOf">The day for which its parameters are read.</param>
    public string InWords(RuleSet set, DateOnly asOf)
    {
        var words = new AnswerWords(set, asOf);
        string Of(IReadOnlyList<string> answer) => (InputIn(set) is { } input ? words.Of(input, answer) : string.Join("、", answer)) is { Length: > 0 } said ? said : "（未填）";
        return $"{Label} {Of(Declared)} 修改为 {Of(Corrected)}";
    }

    private InputDefinition? InputIn(RuleSet set) => Place.Group is { } group
        ? set.RepeatGroups.FirstOrDefault(candidate => candidate.Code == group)?.Inputs.FirstOrDefault(input => input.Code == Place.Input)
        : set.Inputs.FirstOrDefault(input => input.Code == Place.Input);
}
