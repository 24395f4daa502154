using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>Where a page of visits begins or ends.</summary>
/// <param name="On">The planned day of the row.</param>
/// <param name="CaseNumber">Its case number, which tells visits of one day apart.</param>
/// <param name="Backwards">True for the page before the row instead of after it.</param>
public sealed record VisitPlace(DateOnly On, string CaseNumber, bool Backwards);

/// <summary>A page of the district's visits.</summary>
/// <param name="Open">Visits that are still to be made or recorded.</param>
/// <param name="Done">Visits whose record is closed.</param>
/// <param name="Rows">The page, in the order of the planned day.</param>
/// <param name="Previous">Where the page before ends; null on the first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record SiteVisitPage(int Open, int Done, IReadOnlyList<SiteVisitRow> Rows, VisitPlace? Previous, VisitPlace? Next)
{
    /// <summary>A page of nothing.</summary>
    public static SiteVisitPage Empty { get; } = new(0, 0, [], null, null);
}

/// <summary>Reads the district's visits of one campaign by keyset paging in both directions. Two queries.</summary>
public sealed class SiteVisitListQuery(PortalDbContext db)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads a page of the open visits, or of the closed ones.</summary>
    public async Task<SiteVisitPage> ReadAsync(CampaignId campaign, bool done, VisitPlace? place, CancellationToken cancellation)
    {
        var all =
            from visit in db.SiteVisits
            join declaration in db.Declarations on visit.DeclarationId equals declaration.Id
            where declaration.CampaignId == campaign
            join organisation in db.Organisations on declaration.OrganisationId equals organisation.Id
            select new { visit, declaration, organisation };
        var counts = await all.GroupBy(row => row.visit.CompletedAt != null).Select(group => new { Done = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var kept = all.Where(row => (row.visit.CompletedAt != null) == done);
        kept = place switch
        {
            { Backwards: false, On: var on, CaseNumber: var number } => kept.Where(row => row.visit.PlannedOn > on || row.visit.PlannedOn == on && row.declaration.CaseNumber.CompareTo(number) > 0),
            { Backwards: true, On: var on, CaseNumber: var number } => kept.Where(row => row.visit.PlannedOn < on || row.visit.PlannedOn == on && row.declaration.CaseNumber.CompareTo(number) < 0),
            _ => kept,
        };
        var backwards = place is { Backwards: true };
        var ordered = backwards
            ? kept.OrderByDescending(row => row.visit.PlannedOn).ThenByDescending(row => row.declaration.CaseNumber)
            : kept.OrderBy(row => row.visit.PlannedOn).ThenBy(row => row.declaration.CaseNumber);
        var read = await ordered.Take(PageSize + 1)
            .Select(row => new SiteVisitRow(row.declaration.Id, row.organisation.Name, row.organisation.Address, row.visit.PlannedOn, row.visit.PartOfDay, row.visit.CompletedAt, row.declaration.CaseNumber))
            .ToListAsync(cancellation);
        List<SiteVisitRow> rows = [.. read.Take(PageSize)];
        if (backwards)
        {
            rows.Reverse();
        }

        var more = read.Count > PageSize;
        return new SiteVisitPage(
            counts.Where(row => !row.Done).Sum(row => row.Count),
            counts.Where(row => row.Done).Sum(row => row.Count),
            rows,
            rows.Count > 0 && (backwards ? more : place is not null) ? new VisitPlace(rows[0].PlannedOn, rows[0].CaseNumber, Backwards: true) : null,
            rows.Count > 0 && (backwards || more) ? new VisitPlace(rows[^1].PlannedOn, rows[^1].CaseNumber, Backwards: false) : null);
    }
}
