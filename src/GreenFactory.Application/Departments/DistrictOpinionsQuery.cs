using GreenFactory.Application.Data;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Departments;

/// <summary>A page of what the district asked its departments, a case a line.</summary>
/// <param name="Waiting">Cases with an answer still to come.</param>
/// <param name="Answered">Cases without.</param>
/// <param name="Barred">Cases with an opinion that bars the recommendation.</param>
/// <param name="Cases">The questions of each case, in the order of the case number.</param>
/// <param name="Previous">Case number before which the page before ends; null on the first.</param>
/// <param name="Next">Case number after which the next page begins; null on the last.</param>
public sealed record DistrictOpinionsPage(int Waiting, int Answered, int Barred, IReadOnlyList<IGrouping<DeclarationId, OpinionRow>> Cases, string? Previous, string? Next)
{
    /// <summary>A page of nothing.</summary>
    public static DistrictOpinionsPage Empty { get; } = new(0, 0, 0, [], null, null);
}

/// <summary>Reads what the district asked its departments in one campaign by keyset paging over the cases, in both directions. Five queries.</summary>
public sealed class DistrictOpinionsQuery(PortalDbContext db, OpinionListQuery list)
{
    /// <summary>Cases on a page.</summary>
    public const int PageSize = 25;

    /// <summary>Reads a page of the cases that wait for an answer, or of those that do not.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="answered">Those that wait for no answer.</param>
    /// <param name="after">Case number after which the page begins; null for the first.</param>
    /// <param name="before">Case number before which the page ends; it goes before <paramref name="after"/>.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<DistrictOpinionsPage> ReadAsync(CampaignId campaign, bool answered, string? after, string? before, CancellationToken cancellation)
    {
        var asked = db.Declarations.Where(row => row.CampaignId == campaign && db.DepartmentOpinions.Any(opinion => opinion.DeclarationId == row.Id));
        var waiting = asked.Where(row => db.DepartmentOpinions.Any(opinion => opinion.DeclarationId == row.Id && opinion.State == OpinionState.Asked));
        var done = asked.Where(row => !db.DepartmentOpinions.Any(opinion => opinion.DeclarationId == row.Id && opinion.State == OpinionState.Asked));
        var kept = answered ? done : waiting;
        var backwards = !string.IsNullOrEmpty(before);
        kept = backwards ? kept.Where(row => row.CaseNumber.CompareTo(before!) < 0) : string.IsNullOrEmpty(after) ? kept : kept.Where(row => row.CaseNumber.CompareTo(after) > 0);
        var read = await (backwards ? kept.OrderByDescending(row => row.CaseNumber) : kept.OrderBy(row => row.CaseNumber)).Select(row => row.CaseNumber).Take(PageSize + 1).ToListAsync(cancellation);
        var more = read.Count > PageSize;
        List<string> numbers = [.. read.Take(PageSize).Order(StringComparer.Ordinal)];
        var cases = await list.OfCasesAsync(numbers, cancellation);
        return new DistrictOpinionsPage(
            await waiting.CountAsync(cancellation),
            await done.CountAsync(cancellation),
            await asked.CountAsync(row => db.DepartmentOpinions.Any(opinion => opinion.DeclarationId == row.Id && opinion.Kind == OpinionKind.Bars), cancellation),
            [.. cases.OrderBy(row => row.CaseNumber, StringComparer.Ordinal).GroupBy(row => row.Declaration)],
            numbers.Count > 0 && (backwards ? more : !string.IsNullOrEmpty(after)) ? numbers[0] : null,
            numbers.Count > 0 && (backwards || more) ? numbers[^1] : null);
    }
}
