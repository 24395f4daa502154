using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>Until when a case's district may report, recorded grace included. Two queries.</summary>
public sealed class FilingWindowReader(PortalDbContext db)
{
    /// <summary>The moment.</summary>
    public async Task<DateTimeOffset> EndAsync(Declaration declaration, CancellationToken cancellation) => await FilingWindow.EndAsync(
        db, await db.Campaigns.AsNoTracking().FirstAsync(row => row.Id == declaration.CampaignId, cancellation), declaration.DistrictId, cancellation);
}
