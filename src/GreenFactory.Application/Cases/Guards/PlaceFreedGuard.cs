using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>A noticed case of the same ranking is off the list, and nobody has taken its place. One query.</summary>
internal sealed class PlaceFreedGuard(PortalDbContext db) : StepGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.PlaceFreed;

    /// <inheritdoc/>
    public override async Task<IReadOnlyCollection<DeclarationId>> ProveAsync(IReadOnlyList<StepAtWork> steps, CancellationToken cancellation)
    {
        var campaigns = steps.Select(step => step.Declaration.CampaignId).Distinct().ToList();
        var freed = await db.Declarations
            .Where(row => campaigns.Contains(row.CampaignId)
                && (row.State == CaseState.Disqualified || row.State == CaseState.NotShortlisted) && db.NoticeRows.Any(line => line.DeclarationId == row.Id)
                && !db.SelectionDecisions.Any(decision => decision.Freed == row.Id && decision.Kind == SelectionKind.MovedUp))
            .Select(row => new { row.Id, row.CampaignId, row.RuleSetVersionId })
            .ToListAsync(cancellation);
        return
        [
            .. steps.Where(step => freed.Exists(row => row.Id != step.Id && row.CampaignId == step.Declaration.CampaignId && row.RuleSetVersionId == step.Declaration.RuleSetVersionId))
                .Select(step => step.Id),
        ];
    }
}
