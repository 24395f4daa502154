using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Campaigns;

/// <summary>The city's recorded decision to accept one district's filings after the deadline (延期).</summary>
public sealed class DeadlineGrace : ITenantOwned
{
    private DeadlineGrace()
    {
    }

    /// <summary>Key.</summary>
    public DeadlineGraceId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>The district it is granted to.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>Until when.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>Why.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Who decided.</summary>
    public UserId GrantedBy { get; private set; }

    /// <summary>When it was decided.</summary>
    public DateTimeOffset GrantedAt { get; private set; }

    /// <summary>Records the decision.</summary>
    public static DeadlineGrace Create(DeadlineGraceId id, Campaign campaign, DistrictId district, DateTimeOffset until, string reason, UserId by, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = campaign.MunicipalityId,
            CampaignId = campaign.Id,
            DistrictId = district,
            Until = until,
            Reason = WrittenText.Said(reason),
            GrantedBy = by,
            GrantedAt = now,
        };
}
