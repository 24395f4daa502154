using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Audit;

/// <summary>One piece of work that changed something: who, when, at which desk, and why. Append-only.</summary>
public sealed class Process : ITenantOwned
{
    /// <summary>Key.</summary>
    public required ProcessId Id { get; init; }

    /// <inheritdoc/>
    public required MunicipalityId MunicipalityId { get; init; }

    /// <summary>What kind of work, such as <c>SubmitDeclaration</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who; null for background work and the public.</summary>
    public UserId? ActorId { get; init; }

    /// <summary>The name at the time.</summary>
    public required string ActorName { get; init; }

    /// <summary>The desk.</summary>
    public required string Desk { get; init; }

    /// <summary>Why, where a reason is asked for.</summary>
    public string? Reason { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset StartedAt { get; init; }
}
