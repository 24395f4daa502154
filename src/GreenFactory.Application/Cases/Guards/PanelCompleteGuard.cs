using GreenFactory.Application.Assessments;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>Every assigned expert without conflict has finished, and they are as many as the rule of the campaign needs.</summary>
internal sealed class PanelCompleteGuard(PortalDbContext db, AssessmentRuleReader rules) : SingleGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.PanelComplete;

    /// <inheritdoc/>
    protected override async Task<bool> HoldsAsync(StepAtWork step, CancellationToken cancellation) =>
        PanelProof.IsComplete(
            await db.ExpertAssignments.Where(row => row.DeclarationId == step.Id).Select(row => row.State).ToListAsync(cancellation),
            (await rules.ReadAsync(step.Declaration.CampaignId, cancellation)).RequiredReviews);
}
