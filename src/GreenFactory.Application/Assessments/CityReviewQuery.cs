using GreenFactory.Application.Data;
using GreenFactory.Application.Departments;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>A department's opinion with the department's name.</summary>
/// <param name="DepartmentName">The department.</param>
/// <param name="Opinion">What stands.</param>
/// <param name="Versions">Everything it said, the first version first.</param>
public sealed record CityOpinion(string DepartmentName, DepartmentOpinion Opinion, IReadOnlyList<OpinionVersion> Versions);

/// <summary>What the district and its departments recorded on a case.</summary>
/// <param name="Verdicts">The latest verdict on each indicator.</param>
/// <param name="Place">Its place in the district's sealed list, factories and parks apart; null where it has none.</param>
public sealed record CityReview(
    IReadOnlyList<IndicatorVerdict> Verdicts, IReadOnlyList<SiteVisit> Visits, IReadOnlyList<CityOpinion> Opinions, DistrictConclusion? Conclusion, int? Place);

/// <summary>Reads the district's review for the city; five queries.</summary>
public sealed class CityReviewQuery(PortalDbContext db, OpinionHistoryQuery history)
{
    /// <summary>Reads.</summary>
    public async Task<CityReview> ReadAsync(DeclarationId id, CancellationToken cancellation)
    {
        var verdicts = await db.IndicatorVerdicts.AsNoTracking().Where(row => row.DeclarationId == id).OrderBy(row => row.Sequence).ToListAsync(cancellation);
        var visits = await db.SiteVisits.AsNoTracking().Where(row => row.DeclarationId == id).OrderBy(row => row.PlannedOn).ToListAsync(cancellation);
        var opinions = await db.DepartmentOpinions.AsNoTracking().Where(row => row.DeclarationId == id)
            .Join(db.Departments, opinion => opinion.DepartmentId, department => department.Id, (opinion, department) => new { department.Name, opinion })
            .ToListAsync(cancellation);
        var versions = await history.ReadAsync(id, cancellation);
        var concluded = await db.DistrictConclusions.AsNoTracking().Where(row => row.DeclarationId == id && row.WithdrawnAt == null).OrderByDescending(row => row.ConcludedAt)
            .Select(row => new { conclusion = row, place = db.DistrictPackRows.Where(sealedRow => sealedRow.DeclarationId == id).OrderByDescending(sealedRow => sealedRow.DistrictPackId).Select(sealedRow => sealedRow.Rank).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellation);
        return new CityReview(
            [.. verdicts.GroupBy(row => row.IndicatorCode).Select(group => group.Last())],
            visits,
            [.. opinions.OrderBy(row => row.Name, StringComparer.Ordinal).Select(row => new CityOpinion(row.Name, row.opinion, [.. versions[row.opinion.Id]]))],
            concluded?.conclusion,
            concluded?.place);
    }
}
