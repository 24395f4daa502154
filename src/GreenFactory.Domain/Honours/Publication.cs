using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Honours;

/// <summary>The signed final list of a campaign (发布). Public and append-only.</summary>
public sealed class Publication : ITenantOwned
{
    private Publication()
    {
    }

    /// <summary>Key.</summary>
    public PublicationId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The campaign.</summary>
    public CampaignId CampaignId { get; private set; }

    /// <summary>The notice it follows; null for an announcement of removals and restorations, which admits nobody.</summary>
    public NoticeId? NoticeId { get; private set; }

    /// <summary>Number of the document (文号), as the city gave it.</summary>
    public string DocumentNumber { get; private set; } = "";

    /// <summary>The same as <see cref="ComparableText.DocumentNumber"/> folds it: one document of a municipality has it.</summary>
    public string ComparableNumber { get; private set; } = "";

    /// <summary>Title.</summary>
    public string Title { get; private set; } = "";

    /// <summary>When it was published.</summary>
    public DateTimeOffset PublishedAt { get; private set; }

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

    /// <summary>The lead who published.</summary>
    public string PublishedByName { get; private set; } = "";

    /// <summary>Records a publication.</summary>
    public static Publication Create(PublicationId id, Campaign campaign, NoticeId? notice, string documentNumber, string title, SealedList list, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = campaign.MunicipalityId,
            CampaignId = campaign.Id,
            NoticeId = notice,
            DocumentNumber = WrittenText.Said(documentNumber),
            ComparableNumber = ComparableText.DocumentNumber(documentNumber),
            Title = WrittenText.Said(title),
            PublishedAt = now,
            Document = list.Document,
            ContentHash = list.ContentHash,
            MerkleRoot = list.MerkleRoot,
            Signature = list.Signature,
            PublicKeyPem = list.PublicKeyPem,
            PublishedByName = byName,
        };
}
