using System.Text.Json.Nodes;

namespace GreenFactory.Domain.Honours;

/// <summary>What a publication says beside its rows: a unit of the notice that was not admitted, or a listed unit that is removed. Part of what is signed.</summary>
/// <param name="Name">Name of the unit.</param>
/// <param name="CreditCode">Its credit code.</param>
/// <param name="RemovesListedUnit">True for a removal, false for a unit that was not admitted.</param>
/// <param name="Explanation">Why.</param>
public sealed record ListedDifference(string Name, string CreditCode, bool RemovesListedUnit, string Explanation)
{
    private const string Removed = "removed";
    private const string NotAdmitted = "notAdmitted";
    private const string Restored = "restored";

    /// <summary>Site or group of the organisation; empty, and not written, for the organisation as a whole.</summary>
    public string Site { get; init; } = "";

    /// <summary>Whether an earlier removal is taken back.</summary>
    public bool RestoresUnit { get; init; }

    /// <summary>The difference as JSON.</summary>
    public JsonObject Json()
    {
        var difference = new JsonObject
        {
            ["name"] = Name,
            ["creditCode"] = CreditCode,
            ["outcome"] = RemovesListedUnit ? Removed : RestoresUnit ? Restored : NotAdmitted,
            ["explanation"] = Explanation,
        };
        if (Site.Length > 0)
        {
            difference["site"] = Site;
        }

        return difference;
    }

    /// <summary>Reads a difference of a signed document; null when it is none.</summary>
    public static ListedDifference? Read(JsonNode? node)
    {
        string? Text(string name) => node is JsonObject row && row[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        return Text("name") is { } name && Text("creditCode") is { } code && Text("explanation") is { } explanation && Text("outcome") is { } outcome
            && outcome is Removed or NotAdmitted or Restored
            ? new ListedDifference(name, code, outcome == Removed, explanation) { Site = Text("site") ?? "", RestoresUnit = outcome == Restored }
            : null;
    }
}
