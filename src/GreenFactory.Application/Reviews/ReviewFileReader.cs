using GreenFactory.Application.Data;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>Opens files of a case other than its evidence for the district's desk: rows that its scope does not let through are not found.</summary>
public sealed class ReviewFileReader(PortalDbContext db, CheckedFiles files)
{
    /// <summary>A photograph of the visit, or null.</summary>
    public async Task<OpenedFile?> PhotoAsync(DeclarationId declaration, SiteVisitPhotoId id, CancellationToken cancellation) =>
        await db.SiteVisitPhotos.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.DeclarationId == declaration, cancellation) is { } photo
            ? await files.OpenAsync(photo.ContentHash, photo.FileName, photo.MediaType, cancellation)
            : null;

    /// <summary>The attachment of a department's opinion, or null.</summary>
    public async Task<OpenedFile?> AttachmentAsync(DepartmentOpinionId id, CancellationToken cancellation) =>
        await db.DepartmentOpinions.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.AttachmentHash != null, cancellation) is { } opinion
            ? await files.OpenAsync(opinion.AttachmentHash!, opinion.AttachmentName!, opinion.AttachmentMediaType!, cancellation)
            : null;
}
