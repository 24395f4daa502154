using GreenFactory.Application.Data;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>A noticed case of the same ranking is off the list, and nobody has taken its place.</summary>
internal sealed class PlaceFreedGuard(PortalDbContext db) : SingleGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.PlaceFreed;

    /// <inheritdoc/>
    protected override Task<bool> HoldsAsync(StepAtWork step, CancellationToken cancellation) => db.Declarations.AnyAsync(
        row => row.Id != step.Id && row.CampaignId == step.Declaration.CampaignId && row.RuleSetVersionId == step.Declaration.RuleSetVersionId
            && (row.State == CaseState.Disqualified || row.State == CaseState.NotShortlisted) && db.NoticeRows.Any(line => line.DeclarationId == row.Id)
            && !db.SelectionDecisions.Any(decision => decision.Freed == row.Id && decision.Kind == SelectionKind.MovedUp),
        cancellation);
}
