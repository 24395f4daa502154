using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>One case in a sealed pack.</summary>
public sealed class DistrictPackRow : ICaseOwned
{
    private DistrictPackRow()
    {
    }

    /// <summary>The pack.</summary>
    public DistrictPackId DistrictPackId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The conclusion reported.</summary>
    public ConclusionKind Kind { get; private set; }

    /// <summary>Place among the recommendations of its kind, factories and parks apart, from 1; null for other conclusions.</summary>
    public int? Rank { get; private set; }

    /// <summary>The reason reported.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The verified score reported.</summary>
    public FrozenScoreId FrozenScoreId { get; private set; }

    /// <summary>Its total, in points.</summary>
    public decimal VerifiedTotal { get; private set; }

    /// <summary>Puts a case into a pack.</summary>
    public static DistrictPackRow Create(DistrictPack pack, DistrictConclusion conclusion, int? rank, FrozenScore score) =>
        new()
        {
            DistrictPackId = pack.Id,
            DeclarationId = conclusion.DeclarationId,
            MunicipalityId = pack.MunicipalityId,
            Kind = conclusion.Kind,
            Rank = rank,
            Reason = conclusion.Reason,
            FrozenScoreId = score.Id,
            VerifiedTotal = score.Total,
        };
}
