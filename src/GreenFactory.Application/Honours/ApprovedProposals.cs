using GreenFactory.Application.Audit;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>An approved proposal that goes with a signed list or announcement.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Ground">What is announced; null where the unit stands already as the proposal wants it, and nothing is announced.</param>
public sealed record FinalRemoval(RemovalProposal Proposal, GreenUnit Unit, string? Ground)
{
    /// <summary>What is signed of it; null for nothing.</summary>
    public ListedDifference? Difference => Ground is null ? null : new ListedDifference(Unit.Name, Unit.CreditCode.Value, Proposal.Kind is ProposalKind.Removal, Ground)
    {
        Site = Unit.Site,
        RestoresUnit = Proposal.Kind is ProposalKind.Restoration,
    };
}

/// <summary>The removals and restorations that are approved and not announced yet.</summary>
internal static class ApprovedProposals
{
    /// <summary>Reads them, the earliest decision first; one query.</summary>
    public static async Task<IReadOnlyList<FinalRemoval>> ReadAsync(PortalDbContext db, CancellationToken cancellation)
    {
        var standing = await db.RemovalProposals.Where(row => row.State == ProposalState.Approved)
            .Join(db.GreenUnits, proposal => proposal.GreenUnitId, unit => unit.Id, (proposal, unit) => new { proposal, unit })
            .ToListAsync(cancellation);
        return
        [
            .. standing.OrderBy(row => row.proposal.DecidedAt).Select(row => new FinalRemoval(row.proposal, row.unit, (row.proposal.Kind, row.unit.State is GreenUnitState.Removed) switch
            {
                (ProposalKind.Removal, false) => $"{HonourWords.Of(row.proposal.Ground)}：{row.proposal.Detail}",
                (ProposalKind.Restoration, true) => $"恢复列入（原移出依据：{HonourWords.Of(row.proposal.Ground)}）：{row.proposal.Decision}",
                _ => null,
            })),
        ];
    }

    /// <summary>Changes the register as they say, records the event of each unit, and tells those who act for it.</summary>
    public static void CarryOut(PortalDbContext db, RunningProcess process, Publication publication, IReadOnlyList<FinalRemoval> proposals)
    {
        foreach (var (proposal, unit, ground) in proposals)
        {
            proposal.CarryOut(publication.Id);
            var removes = proposal.Kind is ProposalKind.Removal;
            if (ground is null || !(removes ? unit.Remove() : unit.Restore()).Succeeded)
            {
                continue;
            }

            db.Add(GreenUnitEvent.Create(
                new GreenUnitEventId(process.NewId()), unit, removes ? GreenUnitEventKind.Removed : GreenUnitEventKind.Restored, ground, ChinaTime.DayOf(process.Now), publication.Id));
            if (proposal.OrganisationId is { } organisation)
            {
                process.Enqueue(NotifyOrganisation.Kind, new NotifyOrganisation(
                    organisation.Value,
                    removes ? "已移出名录" : "已恢复列入名录",
                    removes
                        ? $"“{unit.Name}”已移出绿色制造名录，依据：{ground}\n公告：“{publication.Title}”（{publication.DocumentNumber}）。自公告之日起三年内不得申报和列入。"
                        : $"“{unit.Name}”已恢复列入绿色制造名录。公告：“{publication.Title}”（{publication.DocumentNumber}）。",
                    Destination.Publication(publication.Id.Value)));
            }
        }
    }
}
