using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A proposal with its unit.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="UnitName">Name of the unit.</param>
/// <param name="CreditCode">Its credit code.</param>
/// <param name="DistrictName">Its district.</param>
/// <param name="Kind">Factory or park.</param>
/// <param name="UnitState">Where the unit stands in the list.</param>
public sealed record RemovalLine(RemovalProposal Proposal, string UnitName, string CreditCode, string DistrictName, OrganisationKind Kind, GreenUnitState UnitState);

/// <summary>A proposal with everything beside it.</summary>
/// <param name="Line">The proposal and its unit.</param>
/// <param name="Papers">Documents of both sides, the earliest first.</param>
/// <param name="Announcement">The list or announcement that carried it out; null before.</param>
/// <param name="Reminders">How often the unit was reminded of its benchmarking in the last year, and when last.</param>
public sealed record RemovalPage(RemovalLine Line, IReadOnlyList<RemovalPaper> Papers, string? Announcement, (int Count, DateTimeOffset? Last) Reminders);

/// <summary>Reads proposals of removal and restoration, as the desk sees them: the city all, a district its own units', a unit its own once it was told.</summary>
public sealed class RemovalListQuery(PortalDbContext db)
{
    /// <summary>Proposals of a page.</summary>
    public const int PageSize = 20;

    private static readonly TimeSpan OneYear = TimeSpan.FromDays(365);

    /// <summary>Reads a page: those that wait, the oldest first, or those that are done, the latest first; one more row tells that there is a next page. One query.</summary>
    public async Task<IReadOnlyList<RemovalLine>> ListAsync(bool done, int after, CancellationToken cancellation)
    {
        var rows = db.RemovalProposals.AsNoTracking().Where(row => done == (row.State == ProposalState.Declined || row.State == ProposalState.Announced));
        rows = done ? rows.OrderByDescending(row => row.ProposedAt).ThenBy(row => row.Id) : rows.OrderBy(row => row.ProposedAt).ThenBy(row => row.Id);
        var lines = await Lines(rows.Skip(Math.Max(after, 0)).Take(PageSize + 1)).ToListAsync(cancellation);
        return done ? [.. lines.OrderByDescending(line => line.Proposal.ProposedAt)] : [.. lines.OrderBy(line => line.Proposal.ProposedAt)];
    }

    /// <summary>Reads one proposal; null when there is none for this desk. Three queries.</summary>
    public async Task<RemovalPage?> ReadAsync(RemovalProposalId id, CancellationToken cancellation)
    {
        if (await Lines(db.RemovalProposals.AsNoTracking().Where(row => row.Id == id)).FirstOrDefaultAsync(cancellation) is not { } line)
        {
            return null;
        }

        var papers = await db.RemovalPapers.AsNoTracking().Where(row => row.RemovalProposalId == id).OrderBy(row => row.AddedAt).ToListAsync(cancellation);
        var since = line.Proposal.ProposedAt - OneYear;
        var beside = await db.RemovalProposals.Where(row => row.Id == id).Select(row => new
        {
            Title = db.Publications.Where(publication => publication.Id == row.PublicationId).Select(publication => publication.Title).FirstOrDefault(),
            Count = db.BenchmarkReminders.Count(reminder => reminder.GreenUnitId == row.GreenUnitId && reminder.SentAt >= since),
            Last = db.BenchmarkReminders.Where(reminder => reminder.GreenUnitId == row.GreenUnitId && reminder.SentAt >= since).Max(reminder => (DateTimeOffset?)reminder.SentAt),
        }).FirstAsync(cancellation);
        return new RemovalPage(line, papers, beside.Title, (beside.Count, beside.Last));
    }

    private IQueryable<RemovalLine> Lines(IQueryable<RemovalProposal> rows) => rows.Join(
        db.GreenUnits,
        proposal => proposal.GreenUnitId,
        unit => unit.Id,
        (proposal, unit) => new RemovalLine(proposal, unit.Name, unit.CreditCode.Value, unit.DistrictName, unit.Kind, unit.State));
}
