using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>No notice of the campaign is over and waits for its list. One query.</summary>
internal sealed class SelectionOpenGuard(PortalDbContext db) : StepGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.SelectionOpen;

    /// <inheritdoc/>
    public override async Task<IReadOnlyCollection<DeclarationId>> ProveAsync(IReadOnlyList<StepAtWork> steps, CancellationToken cancellation)
    {
        var campaigns = steps.Select(step => step.Declaration.CampaignId).Distinct().ToList();
        var now = steps[0].Now;
        var over = await db.Notices.Where(row => campaigns.Contains(row.CampaignId) && row.ClosedAt == null && row.EndsAt <= now).Select(row => row.CampaignId).ToListAsync(cancellation);
        return [.. steps.Where(step => !over.Contains(step.Declaration.CampaignId)).Select(step => step.Id)];
    }
}
