using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>The period of the notice that lists the case is over, and no objection against any row of it is open. Two queries.</summary>
internal sealed class NoticeOverGuard(PortalDbContext db) : StepGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.NoticeOver;

    /// <inheritdoc/>
    public override async Task<IReadOnlyCollection<DeclarationId>> ProveAsync(IReadOnlyList<StepAtWork> steps, CancellationToken cancellation)
    {
        var ids = steps.Select(step => step.Id).ToList();
        var rows = await db.NoticeRows.Where(row => ids.Contains(row.DeclarationId))
            .Join(db.Notices, row => row.NoticeId, notice => notice.Id, (row, notice) => new { row.DeclarationId, notice.Id, notice.EndsAt }).ToListAsync(cancellation);
        var notices = rows.Select(row => row.Id).Distinct().ToList();
        var disputed = await db.Objections.Where(row => notices.Contains(row.NoticeId) && (row.State == ObjectionState.Received || row.State == ObjectionState.Investigating))
            .Select(row => row.NoticeId).Distinct().ToListAsync(cancellation);
        return [.. steps.Where(step => rows.Any(row => row.DeclarationId == step.Id)
            && rows.Where(row => row.DeclarationId == step.Id).All(row => step.Now >= row.EndsAt && !disputed.Contains(row.Id))).Select(step => step.Id)];
    }
}
