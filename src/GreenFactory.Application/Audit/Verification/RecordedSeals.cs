using System.Text.Json.Nodes;

namespace GreenFactory.Application.Audit.Verification;

/// <summary>What a department said in one version of its opinion.</summary>
/// <param name="Kind">Kind of the opinion.</param>
/// <param name="Text">In words.</param>
/// <param name="Reason">Why an earlier version was corrected; empty for the first.</param>
/// <param name="AttachmentHash">SHA-256 of its document; empty for none.</param>
public sealed record RecordedOpinion(string Kind, string Text, string Reason, string AttachmentHash);

/// <summary>What the log says of documents outside it: hashes of lists, packs and scores, and opinions, at the moment in which they were made.</summary>
public sealed class RecordedSeals
{
    /// <summary>Hashes of notices and publications.</summary>
    public HashSet<string> Lists { get; } = [];

    /// <summary>Hash of each sealed pack.</summary>
    public Dictionary<string, string> Packs { get; } = [];

    /// <summary>Hash and total of each frozen score.</summary>
    public Dictionary<Guid, (string Hash, string Total)> Scores { get; } = [];

    /// <summary>Every version of every opinion, by question and number.</summary>
    public Dictionary<(Guid Opinion, int Sequence), RecordedOpinion> Opinions { get; } = [];

    /// <summary>Takes in what an event says.</summary>
    public void Add(EventLogEntry entry)
    {
        switch (entry.Kind)
        {
            case nameof(EventKind.NoticeSigned) or nameof(EventKind.ListPublished) when Text(entry, "hash") is { } hash:
                Lists.Add(hash);
                break;
            case nameof(EventKind.CaseReported) when Text(entry, "pack") is { } pack && Text(entry, "contentHash") is { } content:
                Packs[pack] = content;
                break;
            case nameof(EventKind.ScoreFrozen) when Guid.TryParse(Text(entry, "score"), out var score) && Text(entry, "hash") is { } frozen && Text(entry, "total") is { } total:
                Scores[score] = (frozen, total);
                break;
            case nameof(EventKind.OpinionGiven) or nameof(EventKind.OpinionCorrected) when Guid.TryParse(Text(entry, "opinion"), out var opinion) && Number(entry, "sequence") is { } sequence:
                Opinions[(opinion, sequence)] = new RecordedOpinion(Text(entry, "kind") ?? "", Text(entry, "text") ?? "", Text(entry, "reason") ?? "", Text(entry, "attachmentHash") ?? "");
                break;
            default:
                break;
        }
    }

    private static int? Number(EventLogEntry entry, string name) =>
        JsonNode.Parse(entry.Payload) is JsonObject payload && payload[name] is JsonValue value && value.TryGetValue<int>(out var number) ? number : null;

    private static string? Text(EventLogEntry entry, string name) =>
        JsonNode.Parse(entry.Payload) is JsonObject payload && payload[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
