using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Messages;

/// <summary>Marks messages of the signed-in person as read.</summary>
public sealed class ReadMessagesHandler(PortalDbContext db, CurrentAccess access, TimeProvider clock)
{
    /// <summary>Marks one message and tells where it leads; null when it is not the person's.</summary>
    public async Task<Destination?> OpenAsync(Guid message, CancellationToken cancellation)
    {
        var user = access.Scope.RequiredUser;
        var row = await db.Messages.FirstOrDefaultAsync(row => row.Id == message && row.UserId == user, cancellation);
        if (row is null)
        {
            return null;
        }

        row.ReadAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(cancellation);
        return row.Destination;
    }

    /// <summary>Marks all of them.</summary>
    public Task<int> ReadAllAsync(CancellationToken cancellation)
    {
        var user = access.Scope.RequiredUser;
        var now = clock.GetUtcNow();
        return db.Messages.Where(row => row.UserId == user && row.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.ReadAt, now), cancellation);
    }
}
