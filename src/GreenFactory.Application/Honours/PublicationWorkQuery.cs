using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A row of the notice as it stands before publication.</summary>
/// <param name="Publishes">Whether it goes into the final list.</param>
/// <param name="Explanation">Why not; taken from the upheld objection or the register.</param>
/// <param name="Bar">What the register holds against the unit since the notice; null for nothing.</param>
public sealed record NoticeOutcome(NoticeRow Row, CaseState State, bool Publishes, string Explanation, ListBar? Bar = null)
{
    /// <summary>Name of the rule set that gave the points, and its version.</summary>
    public string RuleSetName { get; init; } = Row.RuleSet;
}

/// <summary>An approved proposal that the next list carries out.</summary>
public sealed record StandingRemoval(RemovalProposal Proposal, string UnitName, string CreditCode);

/// <summary>What the lead sees before publishing.</summary>
public sealed record PublicationWork(
    Notice? Notice, bool PeriodOver, int OpenObjections, IReadOnlyList<NoticeOutcome> Outcomes, IReadOnlyList<StandingRemoval> Removals, IReadOnlyList<PublicationLine> Published);

/// <summary>Reads the city's work on the publication of one campaign; at most ten queries. Removals are of no campaign: the next publication carries them out.</summary>
public sealed class PublicationWorkQuery(PortalDbContext db, NoticeListQuery list, ListBarReader bars, TimeProvider clock)
{
    /// <summary>Reads the notice that was opened first of those that wait for their list; an addition has its turn after the notice it adds to.</summary>
    public async Task<PublicationWork> ReadAsync(CampaignId campaign, CancellationToken cancellation)
    {
        var notice = await db.Notices.AsNoTracking().Where(row => row.CampaignId == campaign && row.ClosedAt == null).OrderBy(row => row.OpensAt).FirstOrDefaultAsync(cancellation);
        var removals = await db.RemovalProposals.AsNoTracking().Where(row => row.State == ProposalState.Approved)
            .Join(db.GreenUnits, proposal => proposal.GreenUnitId, unit => unit.Id, (proposal, unit) => new StandingRemoval(proposal, unit.Name, unit.CreditCode.Value))
            .ToListAsync(cancellation);
        var published = await list.PublicationsAsync(campaign, cancellation);
        if (notice is null)
        {
            return new PublicationWork(null, false, 0, [], removals, published);
        }

        var objections = await db.Objections.AsNoTracking().Where(row => row.NoticeId == notice.Id).ToListAsync(cancellation);
        return new PublicationWork(
            notice,
            notice.IsOver(clock.GetUtcNow()),
            objections.Count(row => row.IsOpen),
            await OutcomesAsync(notice.Id, objections, cancellation),
            removals,
            published);
    }

    private async Task<IReadOnlyList<NoticeOutcome>> OutcomesAsync(NoticeId notice, List<Objection> objections, CancellationToken cancellation)
    {
        var rows = await db.NoticeRows.AsNoTracking().Where(row => row.NoticeId == notice).OrderBy(row => row.Position)
            .Join(db.Declarations, row => row.DeclarationId, declaration => declaration.Id, (row, declaration) => new
            {
                row,
                declaration,
                RuleSet = db.RuleSetVersions.Where(version => version.RuleSetId + " " + version.Version == row.RuleSet).Select(version => version.Title + " " + version.Version).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var barred = await bars.ReadAsync([.. rows.Select(line => line.declaration).Where(declaration => declaration.State is CaseState.PublicNotice)], clock.GetUtcNow(), cancellation);
        return
        [
            .. rows.OrderBy(line => line.row.Position).Select(line =>
            {
                var bar = barred.GetValueOrDefault(line.declaration.Id);
                var upheld = objections.Find(objection => objection.DeclarationId == line.declaration.Id && objection.State is ObjectionState.Upheld);
                return new NoticeOutcome(
                    line.row,
                    line.declaration.State,
                    line.declaration.State is CaseState.PublicNotice && bar is null,
                    upheld is not null ? $"异议 {upheld.Number} 经核查成立：{upheld.Answer}" : bar?.Sentence ?? "",
                    bar) { RuleSetName = line.RuleSet ?? line.row.RuleSet };
            }),
        ];
    }
}
