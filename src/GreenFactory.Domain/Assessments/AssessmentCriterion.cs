using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Assessments;

/// <summary>
/// A criterion of the experts' overall assessment in one campaign (评议项). Its points are advisory (评议参考分): the notice
/// names no such points, so they never enter the score.
/// </summary>
public sealed class AssessmentCriterion : ITenantOwned
{
    private AssessmentCriterion()
    {
    }

    /// <summary>Key.</summary>
    public AssessmentCriterionId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>Stable code.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What to look at.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Largest advisory points.</summary>
    public decimal MaxPoints { get; private set; }

    /// <summary>Place in the form.</summary>
    public int Position { get; private set; }

    /// <summary>Adds a criterion.</summary>
    public static AssessmentCriterion Create(AssessmentCriterionId id, Campaign campaign, string code, string name, string detail, decimal maxPoints, int position) =>
        new()
        {
            Id = id,
            MunicipalityId = campaign.MunicipalityId,
            CampaignId = campaign.Id,
            Code = code,
            Name = name,
            Detail = detail,
            MaxPoints = maxPoints,
            Position = position,
        };
}
