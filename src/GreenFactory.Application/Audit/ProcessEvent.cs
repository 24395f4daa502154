using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Audit;

/// <summary>
/// One thing that happened inside a process. Append-only; the database numbers the events of a municipality and
/// chains each to the one before it by SHA-256.
/// </summary>
public sealed class ProcessEvent : ITenantOwned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required MunicipalityId MunicipalityId { get; init; }

    /// <summary>The process.</summary>
    public required ProcessId ProcessId { get; init; }

    /// <summary>What happened, such as <c>DeclarationSubmitted</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The case, or null for events outside a case.</summary>
    public DeclarationId? DeclarationId { get; init; }

    /// <summary>What happened, in Chinese, for the timeline.</summary>
    public required string Summary { get; init; }

    /// <summary>Details as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>Who may read it.</summary>
    public required Audience Audience { get; init; }

    /// <summary>The name of who did it.</summary>
    public required string ActorName { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Place in the municipality's chain, from 1; given by the database.</summary>
    public long Sequence { get; init; }

    /// <summary>Hash of the event before it; given by the database.</summary>
    public string PreviousHash { get; init; } = "";

    /// <summary>Hash of this event and the one before it; given by the database.</summary>
    public string Hash { get; init; } = "";
}
