using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Adds a document that proves the facts of a proposal, before the unit is told: the unit reads it too.</summary>
public sealed class AddRemovalPaperHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CheckedFiles files)
{
    /// <summary>Kinds of documents that are taken.</summary>
    internal static readonly FileKind[] Kinds = [FileKind.Pdf, FileKind.Ofd, FileKind.Jpeg, FileKind.Png];

    /// <summary>Adds.</summary>
    /// <param name="proposal">The proposal.</param>
    /// <param name="content">The bytes; the stream must seek.</param>
    /// <param name="fileName">Its name as the browser sent it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Result> HandleAsync(RemovalProposalId proposal, Stream content, string fileName, CancellationToken cancellation)
    {
        var kept = await files.KeepAsync(content, fileName, Kinds, cancellation);
        return kept.Succeeded
            ? await runner.RunAsync(ProcessKind.AddRemovalPaper, null, process => AddAsync(process, proposal, kept.Value, cancellation), cancellation)
            : Result.Failure([kept.Error.At("Paper")]);
    }

    private async Task<Result> AddAsync(RunningProcess process, RemovalProposalId id, KeptFile file, CancellationToken cancellation)
    {
        if (await db.RemovalProposals.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } proposal)
        {
            return ProcessErrors.NotFound;
        }

        if (proposal.State is not ProposalState.Proposed)
        {
            return RemovalErrors.NotToTell;
        }

        db.Add(RemovalPaper.Create(new RemovalPaperId(process.NewId()), proposal, byUnit: false, new PaperFile(file.Name, FileKinds.MediaType(file.Kind), file.Length, file.Hash.Hex), access.Scope.PersonName, process.Now));
        process.Record(EventKind.RemovalPaperAdded, $"为移出建议添加材料“{file.Name}”", new { proposal = id.Value, hash = file.Hash.Hex, bytes = file.Length });
        return Result.Success;
    }
}
