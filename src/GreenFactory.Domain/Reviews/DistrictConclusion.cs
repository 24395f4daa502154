using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>How the district ends its review of a case.</summary>
public enum ConclusionKind
{
    /// <summary>推荐.</summary>
    Recommend,

    /// <summary>不予推荐.</summary>
    Decline,

    /// <summary>对标：保留.</summary>
    Keep,

    /// <summary>对标：整改.</summary>
    Rectify,

    /// <summary>对标：提出动态调整意见.</summary>
    Adjust,
}

/// <summary>The district's conclusion on a case with its reason; withdrawn when the case is reconsidered, never deleted.</summary>
public sealed class DistrictConclusion : ICaseOwned
{
    private DistrictConclusion()
    {
    }

    /// <summary>Key.</summary>
    public DistrictConclusionId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>The conclusion.</summary>
    public ConclusionKind Kind { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The verified score it rests on; null where the case was declined before all was verified.</summary>
    public FrozenScoreId? FrozenScoreId { get; private set; }

    /// <summary>Place given by hand among the district's recommendations of its kind, from 1; null where the order of the score holds, and for other conclusions.</summary>
    public int? Rank { get; private set; }

    /// <summary>Why that place departs from the order of the score; empty where it does not.</summary>
    public string RankReason { get; private set; } = "";

    /// <summary>Who concluded.</summary>
    public UserId ConcludedBy { get; private set; }

    /// <summary>The name of that person.</summary>
    public string ConcludedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset ConcludedAt { get; private set; }

    /// <summary>When it was withdrawn for reconsideration; null while it holds.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Concludes.</summary>
    public static DistrictConclusion Create(
        DistrictConclusionId id, Declaration declaration, ConclusionKind kind, string reason, FrozenScore? score, UserId by, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = declaration.MunicipalityId,
            DeclarationId = declaration.Id,
            Kind = kind,
            Reason = WrittenText.Said(reason),
            FrozenScoreId = score?.Id,
            ConcludedBy = by,
            ConcludedByName = byName,
            ConcludedAt = now,
        };

    /// <summary>Puts it at a place by hand, for a reason.</summary>
    public void PlaceAt(int rank, string reason) => (Rank, RankReason) = (rank, WrittenText.Said(reason));

    /// <summary>Gives it back to the order of the score.</summary>
    public void PlaceByScore() => (Rank, RankReason) = (null, "");

    /// <summary>Withdraws it; the case is reviewed again.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        WithdrawnAt = now;
        PlaceByScore();
    }
}
