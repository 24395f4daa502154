using GreenFactory.Application.Data;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>Until when a district may report, recorded grace included: the one moment from which every page counts.</summary>
public sealed class FilingWindowReader(PortalDbContext db)
{
    /// <summary>The moment for a case's district. Two queries.</summary>
    public async Task<DateTimeOffset> EndAsync(Declaration declaration, CancellationToken cancellation) => await FilingWindow.EndAsync(
        db, await db.Campaigns.AsNoTracking().FirstAsync(row => row.Id == declaration.CampaignId, cancellation), declaration.DistrictId, cancellation);

    /// <summary>The moment for districts, the latest where they differ. One query.</summary>
    public Task<DateTimeOffset> EndAsync(Campaign campaign, IReadOnlyCollection<DistrictId> districts, CancellationToken cancellation) => FilingWindow.EndAsync(db, campaign, districts, cancellation);
}
