using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A decision on a removal or restoration.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Approve">Whether it is approved.</param>
/// <param name="Reason">Why.</param>
public sealed record DecideRemoval(RemovalProposalId Proposal, bool Approve, string? Reason);

/// <summary>The city's lead decides, never on a proposal of their own, and not before the unit was heard.</summary>
public sealed class DecideRemovalHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Decides.</summary>
    public Task<Result> HandleAsync(DecideRemoval input, CancellationToken cancellation) => LeadDecision.RunAsync(
        access, runner, ProcessKind.DecideRemoval, input.Reason, "removal.reason", (process, reason) => DecideAsync(process, input, reason, cancellation), cancellation);

    private async Task<Result> DecideAsync(RunningProcess process, DecideRemoval input, string reason, CancellationToken cancellation)
    {
        if (await db.RemovalProposals.FirstOrDefaultAsync(row => row.Id == input.Proposal, cancellation) is not { } proposal)
        {
            return ProcessErrors.NotFound;
        }

        var decided = proposal.Decide(input.Approve, reason, access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        if (!decided.Succeeded)
        {
            return decided;
        }

        var name = await db.GreenUnits.Where(row => row.Id == proposal.GreenUnitId).Select(row => row.Name).FirstAsync(cancellation);
        var what = RemovalWords.Decision(proposal.Kind, input.Approve);
        if (proposal.OrganisationId is { } organisation && (proposal.ToldAt is not null || proposal.Kind is ProposalKind.Restoration))
        {
            process.Enqueue(NotifyOrganisation.Kind, new NotifyOrganisation(
                organisation.Value, what, $"“{name}”：{what}。\n理由：{reason}{(input.Approve ? "\n决定随名单或公告发布后生效。" : "")}", Destination.Removal(proposal.Id.Value)));
        }

        process.Record(EventKind.RemovalDecided, $"“{name}”：{what}", new { proposal = proposal.Id.Value, approve = input.Approve, reason });
        return Result.Success;
    }
}
