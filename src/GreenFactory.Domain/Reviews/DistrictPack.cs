using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>What a district reports to the city (报送包): sealed by the lead, with hash and receipt, never changed afterwards.</summary>
public sealed class DistrictPack : ITenantOwned
{
    private DistrictPack()
    {
    }

    /// <summary>Key.</summary>
    public DistrictPackId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>The district.</summary>
    public DistrictId DistrictId { get; private set; }

    /// <summary>1 for the first pack; a later one reports what the city sent back.</summary>
    public int Sequence { get; private set; }

    /// <summary>Receipt number people quote.</summary>
    public string ReceiptNumber { get; private set; } = "";

    /// <summary>Everything reported, as canonical JSON.</summary>
    public string Content { get; private set; } = "";

    /// <summary>SHA-256 of <see cref="Content"/>, in hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>The lead who sealed it.</summary>
    public UserId SealedBy { get; private set; }

    /// <summary>The lead's name.</summary>
    public string SealedByName { get; private set; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset SealedAt { get; private set; }

    /// <summary>Seals a pack.</summary>
    public static DistrictPack Seal(
        DistrictPackId id, Campaign campaign, DistrictId district, int sequence, string receiptNumber, string content, string contentHash, UserId by, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = campaign.MunicipalityId,
            CampaignId = campaign.Id,
            DistrictId = district,
            Sequence = sequence,
            ReceiptNumber = receiptNumber,
            Content = content,
            ContentHash = contentHash,
            SealedBy = by,
            SealedByName = byName,
            SealedAt = now,
        };
}
