using GreenFactory.Application.Data;
using GreenFactory.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>Finds the campaign the city works on.</summary>
public sealed class CampaignReader(PortalDbContext db)
{
    /// <summary>The campaign of the latest year, or null; one query.</summary>
    public Task<Campaign?> CurrentAsync(CancellationToken cancellation) =>
        db.Campaigns.AsNoTracking().OrderByDescending(row => row.Year).FirstOrDefaultAsync(cancellation);
}
