using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>A session as its owner sees it.</summary>
public sealed record OwnSession(Guid Id, string Device, string Address, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt);

/// <summary>The sessions of the signed-in person that hold, the last used first; one query.</summary>
public sealed class OwnSessionsQuery(PortalDbContext db, CurrentAccess access)
{
    /// <summary>At most 50.</summary>
    public async Task<IReadOnlyList<OwnSession>> ReadAsync(CancellationToken cancellation)
    {
        var user = access.Scope.RequiredUser;
        return await db.UserSessions.Where(row => row.UserId == user && row.EndedAt == null)
            .OrderByDescending(row => row.LastSeenAt)
            .Take(50)
            .Select(row => new OwnSession(row.Id, row.Device, row.Address, row.StartedAt, row.LastSeenAt))
            .ToListAsync(cancellation);
    }
}
