using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.RuleLibrary;

/// <summary>Removes a version that was never published; its hash stays in the log.</summary>
public sealed class DiscardDraftHandler(PortalDbContext db, ProcessRunner runner)
{
    /// <summary>Removes it.</summary>
    public Task<Result> HandleAsync(RuleSetVersionId id, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.DiscardDraft,
        null,
        async process =>
        {
            if (await db.RuleSetVersions.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } draft)
            {
                return ProcessErrors.NotFound;
            }

            if (!draft.IsEditable)
            {
                return RuleSetErrors.NotDiscardable;
            }

            db.Remove(draft);
            process.Record(EventKind.RuleSetDiscarded, $"删除“{draft.Title}”{draft.Version} 草稿", new { draft = draft.Id.Value, hash = draft.ContentHash });
            return Result.Success;
        },
        cancellation);
}
