using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>Forgets letters of the municipality that were given up a month ago, or delivered after all, with their texts.</summary>
public sealed class SweepUndeliveredHandler(PortalDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Forgets them; two statements.</summary>
    /// <returns>How many.</returns>
    public async Task<int> HandleAsync(CancellationToken cancellation)
    {
        var old = clock.GetUtcNow() - Kept;
        await db.Outbox.Where(work => work.DoneAt != null && db.UndeliveredLetters.Any(letter => letter.Id == work.Id && letter.GivenUpAt < old))
            .ExecuteUpdateAsync(set => set.SetProperty(work => work.Payload, "{}"), cancellation);
        return await db.UndeliveredLetters.Where(letter => letter.GivenUpAt < old).ExecuteDeleteAsync(cancellation);
    }
}
