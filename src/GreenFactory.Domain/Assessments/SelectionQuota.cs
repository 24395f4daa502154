using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Assessments;

/// <summary>How many units one ranking may bring onto the shortlist (名额), entered by the city's lead with the ground.</summary>
public sealed class SelectionQuota : ITenantOwned
{
    private SelectionQuota()
    {
    }

    /// <summary>Key.</summary>
    public SelectionQuotaId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>The rule-set version whose cases are ranked together; versions are never mixed.</summary>
    public RuleSetVersionId RuleSetVersionId { get; private set; }

    /// <summary>How many.</summary>
    public int Places { get; private set; }

    /// <summary>How many cases next below the line wait for a place that becomes free (候补).</summary>
    public int Waiting { get; private set; }

    /// <summary>The ground.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who entered it.</summary>
    public string SetByName { get; private set; } = "";

    /// <summary>Begins a quota.</summary>
    public static SelectionQuota Create(SelectionQuotaId id, Campaign campaign, RuleSetVersionId version) =>
        new() { Id = id, MunicipalityId = campaign.MunicipalityId, CampaignId = campaign.Id, RuleSetVersionId = version };

    /// <summary>Sets it.</summary>
    public void Set(int places, int waiting, string reason, string byName)
    {
        Places = places;
        Waiting = waiting;
        Reason = WrittenText.Said(reason);
        SetByName = byName;
    }
}
