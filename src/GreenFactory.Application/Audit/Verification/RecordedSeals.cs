using System.Text.Json.Nodes;

namespace GreenFactory.Application.Audit.Verification;

/// <summary>What the log says of documents outside it: hashes of lists, packs and scores at the moment in which they were made.</summary>
public sealed class RecordedSeals
{
    /// <summary>Hashes of notices and publications.</summary>
    public HashSet<string> Lists { get; } = [];

    /// <summary>Hash of each sealed pack.</summary>
    public Dictionary<string, string> Packs { get; } = [];

    /// <summary>Hash and total of each frozen score.</summary>
    public Dictionary<Guid, (string Hash, string Total)> Scores { get; } = [];

    /// <summary>Takes in what an event says.</summary>
    public void Add(EventLogEntry entry)
    {
        switch (entry.Kind)
        {
            case "NoticeSigned" or "ListPublished" when Text(entry, "hash") is { } hash:
                Lists.Add(hash);
                break;
            case "CaseReported" when Text(entry, "pack") is { } pack && Text(entry, "contentHash") is { } content:
                Packs[pack] = content;
                break;
            case RunningProcess.ScoreFrozen when Guid.TryParse(Text(entry, "score"), out var score) && Text(entry, "hash") is { } frozen && Text(entry, "total") is { } total:
                Scores[score] = (frozen, total);
                break;
            default:
                break;
        }
    }

    private static string? Text(EventLogEntry entry, string name) =>
        JsonNode.Parse(entry.Payload) is JsonObject payload && payload[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
