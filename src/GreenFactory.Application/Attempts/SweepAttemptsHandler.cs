using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Attempts;

/// <summary>Forgets counts of tries of the municipality that hold nobody up any more.</summary>
public sealed class SweepAttemptsHandler(PortalDbContext db, MachineTime time)
{
    /// <summary>Forgets them; one statement.</summary>
    /// <returns>How many.</returns>
    public Task<int> HandleAsync(CancellationToken cancellation)
    {
        var old = time.Now - (2 * AttemptLimit.LongestForget);
        return db.AttemptCounters.Where(row => row.LastAt < old).ExecuteDeleteAsync(cancellation);
    }
}
