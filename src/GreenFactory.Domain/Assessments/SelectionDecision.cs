using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Assessments;

/// <summary>The city lead's decision whether a case is shortlisted, with rank, points and reason as they stood. Append-only.</summary>
public sealed class SelectionDecision : ICaseOwned
{
    private SelectionDecision()
    {
    }

    /// <summary>Key.</summary>
    public SelectionDecisionId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>Shortlisted or not.</summary>
    public bool Shortlisted { get; private set; }

    /// <summary>Rank inside its rule set at that moment.</summary>
    public int Rank { get; private set; }

    /// <summary>Final score in points.</summary>
    public decimal Points { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who decided.</summary>
    public string DecidedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>Records a decision.</summary>
    public static SelectionDecision Create(
        SelectionDecisionId id, Declaration declaration, bool shortlisted, int rank, decimal points, string reason, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = declaration.MunicipalityId,
            DeclarationId = declaration.Id,
            Shortlisted = shortlisted,
            Rank = rank,
            Points = points,
            Reason = reason.Trim(),
            DecidedByName = byName,
            DecidedAt = now,
        };
}
