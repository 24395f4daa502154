using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Assessments;

/// <summary>What was decided on a case.</summary>
public enum SelectionKind
{
    /// <summary>列入拟入围.</summary>
    Shortlisted,

    /// <summary>未列入拟入围.</summary>
    Declined,

    /// <summary>重新参评: taken back into the selection.</summary>
    TakenBack,

    /// <summary>递补: took a place that became free.</summary>
    MovedUp,

    /// <summary>不递补: a place that became free goes past it to the next on the waiting list.</summary>
    PassedOver,
}

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

    /// <summary>What.</summary>
    public SelectionKind Kind { get; private set; }

    /// <summary>The case whose place became free; null where the decision is about none.</summary>
    public DeclarationId? Freed { get; private set; }

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
        SelectionDecisionId id, Declaration declaration, SelectionKind kind, int rank, decimal points, string reason, string byName, DateTimeOffset now, DeclarationId? freed = null) =>
        new()
        {
            Id = id,
            MunicipalityId = declaration.MunicipalityId,
            DeclarationId = declaration.Id,
            Kind = kind,
            Freed = freed,
            Rank = rank,
            Points = points,
            Reason = WrittenText.Said(reason),
            DecidedByName = byName,
            DecidedAt = now,
        };
}
