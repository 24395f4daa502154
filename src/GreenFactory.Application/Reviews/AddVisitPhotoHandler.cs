using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>Adds a photograph to the record of a visit: inspected by content, scanned, then kept by its hash.</summary>
public sealed class AddVisitPhotoHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CheckedFiles files)
{
    /// <summary>Adds.</summary>
    /// <param name="declaration">The case.</param>
    /// <param name="content">The bytes; the stream must seek.</param>
    /// <param name="fileName">Its name as the browser sent it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Result> HandleAsync(DeclarationId declaration, Stream content, string fileName, CancellationToken cancellation)
    {
        var visit = await db.SiteVisits.AsNoTracking().FirstOrDefaultAsync(row => row.DeclarationId == declaration, cancellation);
        if (visit is null || visit.CompletedAt is not null)
        {
            return visit is null ? DistrictErrors.NoVisit : ReviewErrors.VisitLocked;
        }

        var kept = await files.KeepAsync(content, fileName, [FileKind.Jpeg, FileKind.Png], cancellation);
        if (!kept.Succeeded)
        {
            return Result.Failure([kept.Error.At("Photo")]);
        }

        return await runner.RunAsync(ProcessKind.AddVisitPhoto, null, process => AddAsync(kept.Value, visit, process, cancellation), cancellation);
    }

    private async Task<Result> AddAsync(KeptFile file, SiteVisit visit, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == visit.DeclarationId, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        db.Add(SiteVisitPhoto.Create(
            new SiteVisitPhotoId(process.NewId()), visit, file.Name, FileKinds.MediaType(file.Kind), file.Length, file.Hash.Hex, access.Scope.PersonName, process.Now));
        process.Record(EventKind.VisitPhotoAdded, declaration, $"添加现场照片“{file.Name}”", new { hash = file.Hash.Hex, bytes = file.Length });
        return Result.Success;
    }
}
