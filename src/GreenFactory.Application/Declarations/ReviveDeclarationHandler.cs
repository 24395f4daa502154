using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>The signer takes up a withdrawn case again before the deadline (恢复填报).</summary>
public sealed class ReviveDeclarationHandler(PortalDbContext db, ProcessRunner runner, CaseSteps steps)
{
    /// <summary>Revives, unless another case was begun meanwhile; the answers are as they were.</summary>
    public Task<Result> HandleAsync(DeclarationId id, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.ReviveDeclaration, null, process => ReviveAsync(id, process, cancellation), cancellation);

    private async Task<Result> ReviveAsync(DeclarationId id, RunningProcess process, CancellationToken cancellation)
    {
        if (await steps.FindAsync(id, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        var campaign = await db.Campaigns.FirstAsync(row => row.Id == declaration.CampaignId, cancellation);
        if (!await FilingWindow.IsOpenAsync(db, campaign, declaration.DistrictId, process.Now, cancellation))
        {
            return ProcessErrors.DeadlineOver;
        }

        var other = await db.Declarations
            .Where(row => row.CampaignId == campaign.Id && row.OrganisationId == declaration.OrganisationId && row.Id != id && row.State != CaseState.Withdrawn)
            .Select(row => row.CaseNumber)
            .FirstOrDefaultAsync(cancellation);
        if (other is not null)
        {
            return ApplicantErrors.AlreadyBegun(other);
        }

        var step = await steps.TakeAsync(process, declaration, new CaseStep(CaseAction.Revive), cancellation);
        if (step.Succeeded)
        {
            process.Record(EventKind.DeclarationRevived, declaration, "恢复填报");
        }

        return step;
    }
}
