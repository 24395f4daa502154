using GreenFactory.Application.Assessments;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>Every assigned expert without conflict has finished, and they are as many as the rule of the campaign needs. One query, and at most two for each campaign.</summary>
internal sealed class PanelCompleteGuard(PortalDbContext db, AssessmentRuleReader rules) : StepGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.PanelComplete;

    /// <inheritdoc/>
    public override async Task<IReadOnlyCollection<DeclarationId>> ProveAsync(IReadOnlyList<StepAtWork> steps, CancellationToken cancellation)
    {
        var proved = steps.Where(step => step.Asked.Known.PanelComplete == true).Select(step => step.Id).ToList();
        var open = steps.Where(step => step.Asked.Known.PanelComplete is null).ToList();
        if (open.Count == 0)
        {
            return proved;
        }

        var ids = open.Select(step => step.Id).ToList();
        var panels = (await db.ExpertAssignments.Where(row => ids.Contains(row.DeclarationId)).Select(row => new { row.DeclarationId, row.State }).ToListAsync(cancellation))
            .ToLookup(row => row.DeclarationId, row => row.State);
        foreach (var campaign in open.GroupBy(step => step.Declaration.CampaignId))
        {
            var required = (await rules.ReadAsync(campaign.Key, cancellation)).RequiredReviews;
            proved.AddRange(campaign.Select(step => step.Id).Where(id => PanelProof.IsComplete(panels[id], required)));
        }

        return proved;
    }
}
