using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A proposal to take a removal back.</summary>
/// <param name="Removal">The proposal by which the unit was removed.</param>
/// <param name="Reason">Why it is taken back.</param>
public sealed record ProposeRestoration(RemovalProposalId Removal, string? Reason);

/// <summary>Records it; another person of the city, the lead, decides.</summary>
public sealed class ProposeRestorationHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    private const int ShortestReason = 5;
    private const int LongestReason = 1000;

    /// <summary>Proposes.</summary>
    public async Task<Result<RemovalProposalId>> HandleAsync(ProposeRestoration input, CancellationToken cancellation)
    {
        var reason = WrittenText.Said(input.Reason);
        return WrittenText.IsBetween(reason, ShortestReason, LongestReason)
            ? await runner.RunAsync<RemovalProposalId>(ProcessKind.ProposeRestoration, reason, process => ProposeAsync(process, input.Removal, reason, cancellation), cancellation)
            : new Error("removal.reason", LengthRules.Refusal("恢复理由", reason, ShortestReason, LongestReason), nameof(input.Reason));
    }

    private async Task<Result<RemovalProposalId>> ProposeAsync(RunningProcess process, RemovalProposalId id, string reason, CancellationToken cancellation)
    {
        var removal = await db.RemovalProposals.FirstOrDefaultAsync(row => row.Id == id && row.Kind == ProposalKind.Removal && row.State == ProposalState.Announced, cancellation);
        if (removal is null || await db.GreenUnits.FirstOrDefaultAsync(row => row.Id == removal.GreenUnitId, cancellation) is not { } unit)
        {
            return ProcessErrors.NotFound;
        }

        if (unit.State is not GreenUnitState.Removed)
        {
            return RemovalErrors.NotRemoved;
        }

        if (await db.RemovalProposals.AnyAsync(row => row.GreenUnitId == unit.Id && row.State != ProposalState.Declined && row.State != ProposalState.Announced, cancellation))
        {
            return HonourErrors.RemovalProposed;
        }

        var proposal = RemovalProposal.Restore(
            new RemovalProposalId(process.NewId()), unit, removal.OrganisationId, removal.Ground, reason, new Proposer(access.Scope.RequiredUser, access.Scope.PersonName, access.Scope.Desk), process.Now);
        db.Add(proposal);
        process.Record(EventKind.RemovalProposed, $"建议恢复“{unit.Name}”：{reason}", new { proposal = proposal.Id.Value, removal = removal.Id.Value });
        return proposal.Id;
    }
}
