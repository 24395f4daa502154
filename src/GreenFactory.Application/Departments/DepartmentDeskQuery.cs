using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Departments;

/// <summary>Where a page of questions begins or ends.</summary>
/// <param name="DueAt">The due date of the row.</param>
/// <param name="CaseNumber">Its case number, which tells questions of one date apart.</param>
/// <param name="Backwards">True for the page before the row instead of after it.</param>
public sealed record OpinionPlace(DateTimeOffset DueAt, string CaseNumber, bool Backwards);

/// <summary>What a department's desk shows.</summary>
/// <param name="Done">What needs no answer any more, instead of what waits.</param>
/// <param name="Industry">The beginning of a GB/T 4754-2017 code; null for all.</param>
/// <param name="Text">Part of the name or of the case number; null for all.</param>
/// <param name="Place">Where the page begins or ends; null for the first.</param>
public sealed record DepartmentFilter(bool Done, string? Industry, string? Text, OpinionPlace? Place);

/// <summary>A page of a department's desk.</summary>
/// <param name="Waiting">Questions that wait for an answer.</param>
/// <param name="Done">Questions that were answered, or whose case went on.</param>
/// <param name="Industries">Divisions of the industry (two digits) among those that wait, with their number.</param>
/// <param name="Rows">The page, by due date.</param>
/// <param name="Previous">Where the page before ends; null on the first.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record DepartmentDesk(
    int Waiting, int Done, IReadOnlyList<(string Division, int Count)> Industries, IReadOnlyList<OpinionRow> Rows, OpinionPlace? Previous, OpinionPlace? Next)
{
    /// <summary>A desk with nothing on it.</summary>
    public static DepartmentDesk Empty { get; } = new(0, 0, [], [], null, null);
}

/// <summary>Reads what a department was asked in one campaign by keyset paging in both directions. Three queries.</summary>
public sealed class DepartmentDeskQuery(PortalDbContext db, OpinionListQuery list)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    private static readonly CaseState[] Open = [.. CaseStages.WithDepartments];

    /// <summary>Reads a page.</summary>
    public async Task<DepartmentDesk> ReadAsync(CampaignId campaign, DepartmentFilter filter, CancellationToken cancellation)
    {
        var all =
            from opinion in db.DepartmentOpinions
            join declaration in db.Declarations on opinion.DeclarationId equals declaration.Id
            where declaration.CampaignId == campaign
            join organisation in db.Organisations on declaration.OrganisationId equals organisation.Id
            select new { opinion, declaration, organisation, waits = opinion.State != OpinionState.Given && Open.Contains(declaration.State) };
        var groups = await all.GroupBy(row => new { row.waits, Division = row.declaration.IndustryCode!.Substring(0, 2) }).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellation);
        var kept = all.Where(row => row.waits != filter.Done);
        if (WrittenText.Said(filter.Industry) is { Length: > 0 } industry)
        {
            kept = kept.Where(row => row.declaration.IndustryCode!.StartsWith(industry));
        }

        if (WrittenText.Said(filter.Text) is { Length: > 0 } text)
        {
            kept = kept.Where(row => row.organisation.Name.Contains(text) || row.declaration.CaseNumber.Contains(text));
        }

        kept = filter.Place switch
        {
            { Backwards: false, DueAt: var due, CaseNumber: var number } => kept.Where(row => row.opinion.DueAt > due || row.opinion.DueAt == due && row.declaration.CaseNumber.CompareTo(number) > 0),
            { Backwards: true, DueAt: var due, CaseNumber: var number } => kept.Where(row => row.opinion.DueAt < due || row.opinion.DueAt == due && row.declaration.CaseNumber.CompareTo(number) < 0),
            _ => kept,
        };
        var backwards = filter.Place is { Backwards: true };
        var ordered = backwards
            ? kept.OrderByDescending(row => row.opinion.DueAt).ThenByDescending(row => row.declaration.CaseNumber)
            : kept.OrderBy(row => row.opinion.DueAt).ThenBy(row => row.declaration.CaseNumber);
        var ids = await ordered.Select(row => row.opinion.Id).Take(PageSize + 1).ToListAsync(cancellation);
        var more = ids.Count > PageSize;
        var page = ids.Take(PageSize).ToList();
        List<OpinionRow> rows = [.. (await list.OfQuestionsAsync(page, cancellation)).OrderBy(row => row.DueAt).ThenBy(row => row.CaseNumber, StringComparer.Ordinal)];
        return new DepartmentDesk(
            groups.Where(row => row.Key.waits).Sum(row => row.Count),
            groups.Where(row => !row.Key.waits).Sum(row => row.Count),
            [.. groups.Where(row => row.Key is { waits: true, Division: not null }).Select(row => (row.Key.Division, row.Count)).OrderBy(row => row.Division, StringComparer.Ordinal)],
            rows,
            rows.Count > 0 && (backwards ? more : filter.Place is not null) ? new OpinionPlace(rows[0].DueAt, rows[0].CaseNumber, Backwards: true) : null,
            rows.Count > 0 && (backwards || more) ? new OpinionPlace(rows[^1].DueAt, rows[^1].CaseNumber, Backwards: false) : null);
    }
}
