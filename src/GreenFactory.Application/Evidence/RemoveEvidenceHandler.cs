using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Evidence;

/// <summary>Takes a file out of a case. Its bytes stay in the store: an earlier submission may rest on them.</summary>
public sealed class RemoveEvidenceHandler(PortalDbContext db, ProcessRunner runner, UnlockedPlacesReader unlocked)
{
    /// <summary>Removes the file from a case that can be edited.</summary>
    public Task<Result> HandleAsync(DeclarationId declaration, EvidenceId evidence, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.RemoveEvidence, null, process => RemoveAsync(declaration, evidence, process, cancellation), cancellation);

    private async Task<Result> RemoveAsync(DeclarationId id, EvidenceId evidence, RunningProcess process, CancellationToken cancellation)
    {
        var declaration = await db.Declarations.FirstOrDefaultAsync(row => row.Id == id, cancellation);
        var file = await db.EvidenceFiles.FirstOrDefaultAsync(row => row.Id == evidence && row.DeclarationId == id, cancellation);
        if (declaration is null || file is null)
        {
            return ProcessErrors.NotFound;
        }

        if (!declaration.IsEditable)
        {
            return DeclarationErrors.NotEditable(declaration.State);
        }

        if (!(await unlocked.ReadAsync(declaration, cancellation)).EvidenceOf(file.SubjectCode))
        {
            return EvidenceErrors.NotReturned;
        }

        file.Remove(process.Now);
        process.Record(EventKind.EvidenceRemoved, declaration, $"移除材料“{file.FileName}”", new { evidence = file.Id.Value, subject = file.SubjectCode, hash = file.ContentHash });
        return Result.Success;
    }
}
