using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Campaigns;

/// <summary>A rule-set version pinned to a campaign: the campaign scores with exactly this one.</summary>
public sealed class CampaignRuleSet : ITenantOwned
{
    private CampaignRuleSet()
    {
    }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>The pinned version.</summary>
    public RuleSetVersionId RuleSetVersionId { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>Pins a version.</summary>
    public static CampaignRuleSet Create(Campaign campaign, RuleSetVersionId version) =>
        new() { CampaignId = campaign.Id, RuleSetVersionId = version, MunicipalityId = campaign.MunicipalityId };
}
