using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Evidence;

/// <summary>A file ready to be sent.</summary>
/// <param name="Content">Its bytes; the caller disposes them.</param>
/// <param name="FileName">Its name.</param>
/// <param name="MediaType">Its media type, found by content.</param>
public sealed record OpenedEvidence(Stream Content, string FileName, string MediaType);

/// <summary>Opens evidence for whoever sees its case; the rows that the desk's scope lets through decide who that is.</summary>
public sealed class OpenEvidenceHandler(PortalDbContext db, CurrentAccess access, IFileStore store)
{
    /// <summary>Opens a file. Quarantined files and files still being scanned are never served.</summary>
    public async Task<Result<OpenedEvidence>> HandleAsync(EvidenceId id, CancellationToken cancellation)
    {
        if (await db.EvidenceFiles.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } file)
        {
            return ProcessErrors.NotFound;
        }

        if (file.Scan is not ScanState.Clean)
        {
            return file.Scan is ScanState.Quarantined ? EvidenceErrors.Quarantined : EvidenceErrors.StillScanning;
        }

        var folder = await EvidenceFolder.OfAsync(db, access.Scope.Municipality, cancellation);
        return FileHash.TryParse(file.ContentHash, out var hash) && await store.OpenAsync(folder, hash, cancellation) is { } content
            ? new OpenedEvidence(content, file.FileName, file.MediaType)
            : EvidenceErrors.Unreadable;
    }
}
