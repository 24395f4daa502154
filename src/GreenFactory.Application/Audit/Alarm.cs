using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Audit;

/// <summary>A check of integrity that failed, kept so that people are told once and not at every look. Append-only.</summary>
public sealed class Alarm : ITenantOwned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required MunicipalityId MunicipalityId { get; init; }

    /// <summary>SHA-256 of what failed, so that the same failure is raised once.</summary>
    public required string Subject { get; init; }

    /// <summary>What failed, in Chinese.</summary>
    public required string Summary { get; init; }

    /// <summary>When it was first seen.</summary>
    public required DateTimeOffset RaisedAt { get; init; }
}
