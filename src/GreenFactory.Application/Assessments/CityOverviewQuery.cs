using GreenFactory.Application.Data;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>How far a recommending body has come with its report.</summary>
public enum DistrictReport
{
    /// <summary>Nobody of the district submitted anything: there is nothing to report.</summary>
    Nothing,

    /// <summary>Cases wait for the district, within its time.</summary>
    Reviewing,

    /// <summary>Cases wait for the district although its time, grace included, is over.</summary>
    Overdue,

    /// <summary>Every case is concluded and none went to the city.</summary>
    Concluded,

    /// <summary>The cases are with the city.</summary>
    Reported,
}

/// <summary>One recommending body with its cases in the campaign.</summary>
/// <param name="Cases">Cases that were submitted at least once.</param>
/// <param name="Waiting">Cases that the district has still to conclude or to report.</param>
/// <param name="Reported">Cases that reached the city.</param>
/// <param name="GraceUntil">Until when a recorded grace extends the deadline; null without one.</param>
public sealed record DistrictLine(DistrictId Id, string Name, int Cases, int Waiting, int Reported, DateTimeOffset? GraceUntil)
{
    /// <summary>How far the district has come. One that had nothing to report is never overdue.</summary>
    public DistrictReport ReportAt(DateTimeOffset now, DateTimeOffset deadline) =>
        Cases == 0 ? DistrictReport.Nothing
        : Waiting > 0 ? now >= (GraceUntil > deadline ? GraceUntil : deadline) ? DistrictReport.Overdue : DistrictReport.Reviewing
        : Reported > 0 ? DistrictReport.Reported
        : DistrictReport.Concluded;
}

/// <summary>A recorded grace.</summary>
public sealed record GraceLine(string DistrictName, DateTimeOffset Until, string Reason, string GrantedBy, DateTimeOffset GrantedAt);

/// <summary>The city's view of a campaign.</summary>
public sealed record CityOverview(
    Campaign Campaign, IReadOnlyDictionary<CaseState, int> States, IReadOnlyList<DistrictLine> Districts, IReadOnlyList<GraceLine> Graces, int OpenObjections, int Conflicts);

/// <summary>Reads the city's overview of one campaign; six queries.</summary>
public sealed class CityOverviewQuery(PortalDbContext db)
{
    private static readonly CaseState[] BeforeCity =
        [CaseState.Draft, CaseState.Submitted, CaseState.DistrictReview, CaseState.Returned, CaseState.Recommended, CaseState.NotRecommended, CaseState.BenchmarkConcluded, CaseState.Withdrawn];

    /// <summary>Reads.</summary>
    public async Task<CityOverview> ReadAsync(Campaign campaign, CancellationToken cancellation)
    {
        var counts = await db.Declarations.Where(row => row.CampaignId == campaign.Id)
            .GroupBy(row => new { row.DistrictId, row.State, WasSubmitted = row.SubmittedAt != null })
            .Select(group => new { group.Key.DistrictId, group.Key.State, group.Key.WasSubmitted, Count = group.Count() })
            .ToListAsync(cancellation);
        var graces = await db.DeadlineGraces.AsNoTracking().Where(row => row.CampaignId == campaign.Id).OrderByDescending(row => row.GrantedAt).ToListAsync(cancellation);
        var granters = graces.Select(row => row.GrantedBy).Distinct().ToList();
        var names = await db.Memberships.Where(row => granters.Contains(row.UserId)).Select(row => new { row.UserId, row.PersonName }).Distinct().ToListAsync(cancellation);
        var districts = await db.Districts.AsNoTracking().Where(row => row.Recommends).OrderBy(row => row.Position).ToListAsync(cancellation);
        return new CityOverview(
            campaign,
            counts.GroupBy(row => row.State).ToDictionary(group => group.Key, group => group.Sum(row => row.Count)),
            [.. districts.Select(district => new DistrictLine(
                district.Id,
                district.Name,
                counts.Where(row => row.DistrictId == district.Id && row.WasSubmitted).Sum(row => row.Count),
                counts.Where(row => row.DistrictId == district.Id && CaseStages.WithDistrict.Contains(row.State)).Sum(row => row.Count),
                counts.Where(row => row.DistrictId == district.Id && !BeforeCity.Contains(row.State)).Sum(row => row.Count),
                graces.Where(row => row.DistrictId == district.Id).Select(row => (DateTimeOffset?)row.Until).Max()))],
            [.. graces.Select(row => new GraceLine(
                districts.FirstOrDefault(district => district.Id == row.DistrictId)?.Name ?? "",
                row.Until,
                row.Reason,
                names.FirstOrDefault(name => name.UserId == row.GrantedBy)?.PersonName ?? "",
                row.GrantedAt))],
            await db.Objections.CountAsync(
                row => (row.State == ObjectionState.Received || row.State == ObjectionState.Investigating) && db.Notices.Any(notice => notice.Id == row.NoticeId && notice.CampaignId == campaign.Id),
                cancellation),
            await db.ExpertAssignments.CountAsync(
                row => row.CampaignId == campaign.Id && row.State == Domain.Assessments.AssignmentState.Conflicted
                    && db.Declarations.Any(d => d.Id == row.DeclarationId && d.State == CaseState.Compliant),
                cancellation));
    }
}
