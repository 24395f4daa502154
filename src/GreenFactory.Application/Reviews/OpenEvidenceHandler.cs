using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>
/// Opens a piece of evidence for an officer and keeps that this person was shown it. No event of the log: the decision that rests on it names the files
/// (<see cref="AcceptUnsignalledHandler"/>), and a look alone decides nothing.
/// </summary>
public sealed class OpenEvidenceHandler(PortalDbContext db, CurrentAccess access, CheckedFiles files, TimeProvider clock)
{
    /// <summary>The file, or null when this person does not see it or it did not pass its scan.</summary>
    public async Task<OpenedFile?> HandleAsync(DeclarationId declaration, EvidenceId id, CancellationToken cancellation)
    {
        if (await db.EvidenceFiles.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.DeclarationId == declaration && row.Scan == ScanState.Clean, cancellation) is not { } file
            || await files.OpenAsync(file.ContentHash, file.FileName, file.MediaType, cancellation) is not { } opened)
        {
            return null;
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            insert into evidence_opening (evidence_file_id, user_id, municipality_id, declaration_id, opened_at)
            values ({file.Id.Value}, {access.Scope.RequiredUser.Value}, {file.MunicipalityId.Value}, {file.DeclarationId.Value}, {clock.GetUtcNow()})
            on conflict do nothing
            """,
            cancellation);
        return opened;
    }
}
