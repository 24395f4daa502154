using System.Globalization;
using System.Text;
using GreenFactory.Domain.Transparency;

namespace GreenFactory.Application.Audit;

/// <summary>
/// One event of the log with the process it belongs to, as the database holds them. What is hashed is their JSON in the canonical form of
/// RFC 8785, every value a string or null; the database writes the same bytes when the event is appended.
/// </summary>
public sealed record EventLogEntry
{
    private const string MomentFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    /// <summary>Place in the log, from 1.</summary>
    public required long Sequence { get; init; }

    /// <summary>Key of the event.</summary>
    public required Guid Id { get; init; }

    /// <summary>The municipality.</summary>
    public required Guid MunicipalityId { get; init; }

    /// <summary>What happened.</summary>
    public required string Kind { get; init; }

    /// <summary>The case, or null.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>What happened, in Chinese.</summary>
    public required string Summary { get; init; }

    /// <summary>Details as the database prints them.</summary>
    public required string Payload { get; init; }

    /// <summary>Who may read it.</summary>
    public required string Audience { get; init; }

    /// <summary>The name beside the event.</summary>
    public required string EventActorName { get; init; }

    /// <summary>When.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>The process.</summary>
    public required Guid ProcessId { get; init; }

    /// <summary>Municipality of the process; null when the process is gone.</summary>
    public Guid? ProcessMunicipalityId { get; init; }

    /// <summary>Name of the use case.</summary>
    public string? ProcessKind { get; init; }

    /// <summary>Who, or null for the public and background work.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The name at the time.</summary>
    public string? ActorName { get; init; }

    /// <summary>The desk.</summary>
    public string? Desk { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>When the process began.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>Hash of the event before it, as stored.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>Hash in the chain, as stored.</summary>
    public required string Hash { get; init; }

    /// <summary>What is hashed.</summary>
    public string Canonical()
    {
        var json = new StringBuilder("{");
        Add(json, "actorId", ActorId?.ToString());
        Add(json, "actorName", ActorName);
        Add(json, "audience", Audience);
        Add(json, "caseId", CaseId?.ToString());
        Add(json, "desk", Desk);
        Add(json, "eventActorName", EventActorName);
        Add(json, "id", Id.ToString());
        Add(json, "kind", Kind);
        Add(json, "municipalityId", MunicipalityId.ToString());
        Add(json, "occurredAt", Moment(OccurredAt));
        Add(json, "payload", Payload);
        Add(json, "processId", ProcessId.ToString());
        Add(json, "processKind", ProcessKind);
        Add(json, "processMunicipalityId", ProcessMunicipalityId?.ToString());
        Add(json, "reason", Reason);
        Add(json, "sequence", Sequence.ToString(CultureInfo.InvariantCulture));
        Add(json, "startedAt", StartedAt is { } started ? Moment(started) : null);
        Add(json, "summary", Summary);
        return json.Append('}').ToString();
    }

    /// <summary>Hash of the entry as a leaf of the tree.</summary>
    public byte[] LeafHash() => HashTree.LeafHash(Encoding.UTF8.GetBytes(Canonical()));

    private static string Moment(DateTime moment) => moment.ToUniversalTime().ToString(MomentFormat, CultureInfo.InvariantCulture);

    private static void Add(StringBuilder json, string name, string? value)
    {
        if (json.Length > 1)
        {
            json.Append(',');
        }

        json.Append('"').Append(name).Append("\":");
        if (value is null)
        {
            json.Append("null");
            return;
        }

        json.Append('"');
        foreach (var character in value)
        {
            if (character is '"' or '\\' or < ' ')
            {
                json.Append(Escaped(character));
            }
            else
            {
                json.Append(character);
            }
        }

        json.Append('"');
    }

    private static string Escaped(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\f' => "\\f",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ => "\\u" + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
    };
}
