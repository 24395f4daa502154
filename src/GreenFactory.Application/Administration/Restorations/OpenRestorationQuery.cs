using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration.Restorations;

/// <summary>The restoration of a person that waits for the second administrator; one query.</summary>
public sealed class OpenRestorationQuery(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Reads it; null when none waits.</summary>
    public async Task<SecondFactorRestoration?> FindAsync(Guid person, CancellationToken cancellation)
    {
        var (key, now) = (new UserId(person), clock.GetUtcNow());
        return await db.SecondFactorRestorations.AsNoTracking()
            .FirstOrDefaultAsync(row => row.UserId == key && row.ConfirmedAt == null && row.ClosedAt == null && row.ExpiresAt > now, cancellation);
    }
}
