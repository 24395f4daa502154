using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A proposal to take a unit off the list.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Ground">On which ground of the notice.</param>
/// <param name="Detail">The facts, and what proves them.</param>
public sealed record ProposeRemoval(GreenUnitId Unit, RemovalGround? Ground, string? Detail);

/// <summary>Records a proposal: of the city, or of a district for a unit of its own.</summary>
public sealed class ProposeRemovalHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    private const int ShortestDetail = 5;
    private const int LongestDetail = 1000;

    /// <summary>Proposes.</summary>
    /// <returns>The proposal.</returns>
    public async Task<Result<RemovalProposalId>> HandleAsync(ProposeRemoval input, CancellationToken cancellation)
    {
        var detail = WrittenText.Said(input.Detail);
        if (input.Ground is not { } ground)
        {
            return new Error("removal.ground", "请选择移出依据。", nameof(input.Ground));
        }

        if (!WrittenText.IsBetween(detail, ShortestDetail, LongestDetail))
        {
            return new Error("removal.detail", LengthRules.Refusal("事实和材料", detail, ShortestDetail, LongestDetail), nameof(input.Detail));
        }

        return await runner.RunAsync<RemovalProposalId>(ProcessKind.ProposeRemoval, detail, process => ProposeAsync(process, input.Unit, ground, detail, cancellation), cancellation);
    }

    private async Task<Result<RemovalProposalId>> ProposeAsync(RunningProcess process, GreenUnitId id, RemovalGround ground, string detail, CancellationToken cancellation)
    {
        var scope = access.Scope;
        if (await db.GreenUnits.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } unit || (scope.Desk is Desk.District && !scope.Units.Contains(unit.DistrictId.Value)))
        {
            return ProcessErrors.NotFound;
        }

        if (unit.State is GreenUnitState.Removed)
        {
            return HonourErrors.UnitNotListed;
        }

        if (await db.RemovalProposals.AnyAsync(row => row.GreenUnitId == unit.Id && row.State != ProposalState.Declined && row.State != ProposalState.Announced, cancellation))
        {
            return HonourErrors.RemovalProposed;
        }

        var organisation = await db.Organisations.Where(row => row.CreditCode == unit.CreditCode && row.Site == unit.Site).Select(row => (OrganisationId?)row.Id).FirstOrDefaultAsync(cancellation);
        var proposal = RemovalProposal.Create(
            new RemovalProposalId(process.NewId()), unit, organisation, ground, detail, new Proposer(scope.RequiredUser, scope.PersonName, scope.Desk), process.Now);
        db.Add(proposal);
        process.Record(EventKind.RemovalProposed, $"建议移出“{unit.Name}”：{HonourWords.Of(ground)}", new { proposal = proposal.Id.Value, unit = unit.Id.Value });
        return proposal.Id;
    }
}
