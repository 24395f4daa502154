using GreenFactory.Application.Data;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>Until when a district's units may file.</summary>
internal static class FilingWindow
{
    /// <summary>The deadline of the campaign, or the latest recorded grace of the district if that is later.</summary>
    public static Task<DateTimeOffset> EndAsync(PortalDbContext db, Campaign campaign, DistrictId district, CancellationToken cancellation) =>
        EndAsync(db, campaign, [district], cancellation);

    /// <summary>The latest end among several districts.</summary>
    public static async Task<DateTimeOffset> EndAsync(PortalDbContext db, Campaign campaign, IReadOnlyCollection<DistrictId> districts, CancellationToken cancellation)
    {
        var grace = await db.DeadlineGraces
            .Where(row => row.CampaignId == campaign.Id && districts.Contains(row.DistrictId))
            .MaxAsync(row => (DateTimeOffset?)row.Until, cancellation);
        return grace > campaign.DistrictDeadline ? grace.Value : campaign.DistrictDeadline;
    }

    /// <summary>Whether the window is open.</summary>
    public static async Task<bool> IsOpenAsync(PortalDbContext db, Campaign campaign, DistrictId district, DateTimeOffset now, CancellationToken cancellation) =>
        now >= campaign.OpensAt && now < await EndAsync(db, campaign, district, cancellation);
}
