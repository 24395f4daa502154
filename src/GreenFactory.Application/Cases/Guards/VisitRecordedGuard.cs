using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>The record of the on-site verification is completed.</summary>
internal sealed class VisitRecordedGuard(PortalDbContext db) : SingleGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.VisitRecorded;

    /// <inheritdoc/>
    protected override async Task<bool> HoldsAsync(StepAtWork step, CancellationToken cancellation) =>
        step.Asked.Known.VisitCompleted ?? await db.SiteVisits.AnyAsync(row => row.DeclarationId == step.Id && row.CompletedAt != null, cancellation);
}
