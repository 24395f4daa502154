using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>A public notice of the shortlist (公示): a signed list that stands for the campaign's notice period.</summary>
public sealed class Notice : ITenantOwned
{
    private Notice()
    {
    }

    /// <summary>Key.</summary>
    public NoticeId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>Title as shown to the public.</summary>
    public string Title { get; private set; } = "";

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpensAt { get; private set; }

    /// <summary>End of the period; objections are accepted before it.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>The notice to which this one is an addition (递补公示); null for a notice of its own.</summary>
    public NoticeId? SupplementTo { get; private set; }

    /// <summary>The list as a canonical JSON document.</summary>
    public string Document { get; private set; } = "";

    /// <summary>SHA-256 of the document.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Root of the hash tree over the rows.</summary>
    public string MerkleRoot { get; private set; } = "";

    /// <summary>Signature of the document, base64.</summary>
    public string Signature { get; private set; } = "";

    /// <summary>The key that verifies it, PEM.</summary>
    public string PublicKeyPem { get; private set; } = "";

    /// <summary>The lead who opened it.</summary>
    public string OpenedByName { get; private set; } = "";

    /// <summary>When its final list was published, or null.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Opens a notice. It ends at midnight in Beijing after the given number of whole days.</summary>
    public static Notice Open(NoticeId id, Campaign campaign, string title, SealedList list, string byName, DateTimeOffset now, NoticeId? supplementTo = null) =>
        new()
        {
            Id = id,
            MunicipalityId = campaign.MunicipalityId,
            CampaignId = campaign.Id,
            SupplementTo = supplementTo,
            Title = WrittenText.Said(title),
            OpensAt = now,
            EndsAt = EndOf(now, campaign.NoticeDays),
            Document = list.Document,
            ContentHash = list.ContentHash,
            MerkleRoot = list.MerkleRoot,
            Signature = list.Signature,
            PublicKeyPem = list.PublicKeyPem,
            OpenedByName = byName,
        };

    /// <summary>End of a period of whole days that begins on the day after the opening, in Beijing time, as an instant in UTC.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset opening, int days)
    {
        var beijing = TimeSpan.FromHours(8);
        return new DateTimeOffset(opening.ToOffset(beijing).Date.AddDays(days + 1), beijing).ToUniversalTime();
    }

    /// <summary>Whether objections are accepted at this moment.</summary>
    public bool AcceptsObjections(DateTimeOffset now) => ClosedAt is null && now >= OpensAt && now < EndsAt;

    /// <summary>Whether the period is over.</summary>
    public bool IsOver(DateTimeOffset now) => now >= EndsAt;

    /// <summary>Closes it by the publication of the final list.</summary>
    public void Close(DateTimeOffset now) => ClosedAt ??= now;
}
