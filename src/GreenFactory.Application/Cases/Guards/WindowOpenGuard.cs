using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Cases.Guards;

/// <summary>The window of the case's campaign is open, or a grace recorded for its district holds.</summary>
internal sealed class WindowOpenGuard(PortalDbContext db) : StepGuard
{
    /// <inheritdoc/>
    public override CaseGuard Guard => CaseGuard.WindowOpen;

    /// <inheritdoc/>
    public override async Task<IReadOnlyCollection<DeclarationId>> ProveAsync(IReadOnlyList<StepAtWork> steps, CancellationToken cancellation)
    {
        var proved = new List<DeclarationId>();
        foreach (var group in steps.GroupBy(step => (step.Declaration.CampaignId, step.Declaration.DistrictId)))
        {
            if (await IsOpenAsync(group.First(), cancellation))
            {
                proved.AddRange(group.Select(step => step.Id));
            }
        }

        return proved;
    }

    private async Task<bool> IsOpenAsync(StepAtWork step, CancellationToken cancellation) =>
        step.Asked.Known.Work is { } work
            ? work.WindowOpen
            : await db.Campaigns.FirstOrDefaultAsync(row => row.Id == step.Declaration.CampaignId, cancellation) is { } campaign
                && await FilingWindow.IsOpenAsync(db, campaign, step.Declaration.DistrictId, step.Now, cancellation);
}
