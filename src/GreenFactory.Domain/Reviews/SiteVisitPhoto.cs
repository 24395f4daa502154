using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Reviews;

/// <summary>A photograph taken on the spot, in the file store by its hash.</summary>
public sealed class SiteVisitPhoto : ICaseOwned
{
    private SiteVisitPhoto()
    {
    }

    /// <summary>Key.</summary>
    public SiteVisitPhotoId Id { get; private set; }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <inheritdoc/>
    public DeclarationId DeclarationId { get; private set; }

    /// <summary>The visit.</summary>
    public SiteVisitId SiteVisitId { get; private set; }

    /// <summary>File name, cleaned.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>Media type found by its content.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>Length in bytes.</summary>
    public long Length { get; private set; }

    /// <summary>SHA-256 of the content, in hexadecimal.</summary>
    public string ContentHash { get; private set; } = "";

    /// <summary>Who added it.</summary>
    public string AddedByName { get; private set; } = "";

    /// <summary>When it was added.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>Records a photograph.</summary>
    public static SiteVisitPhoto Create(
        SiteVisitPhotoId id, SiteVisit visit, string fileName, string mediaType, long length, string contentHash, string byName, DateTimeOffset now) =>
        new()
        {
            Id = id,
            MunicipalityId = visit.MunicipalityId,
            DeclarationId = visit.DeclarationId,
            SiteVisitId = visit.Id,
            FileName = fileName,
            MediaType = mediaType,
            Length = length,
            ContentHash = contentHash,
            AddedByName = byName,
            AddedAt = now,
        };
}
