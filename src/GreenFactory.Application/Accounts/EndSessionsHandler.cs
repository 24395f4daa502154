using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>Ends sessions of the signed-in person; each device is signed out at its next request.</summary>
public sealed class EndSessionsHandler(PortalDbContext db, CurrentAccess access, TimeProvider clock)
{
    /// <summary>Ends one session of the person; another person's is left alone.</summary>
    public Task<int> EndAsync(Guid session, CancellationToken cancellation) => EndAsync(db.UserSessions.Where(row => row.Id == session), cancellation);

    /// <summary>Ends every session of the person but the one named.</summary>
    public Task<int> EndOthersAsync(Guid? kept, CancellationToken cancellation) => EndAsync(db.UserSessions.Where(row => row.Id != kept), cancellation);

    private Task<int> EndAsync(IQueryable<UserSession> sessions, CancellationToken cancellation)
    {
        var user = access.Scope.RequiredUser;
        var now = clock.GetUtcNow();
        return sessions.Where(row => row.UserId == user && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now), cancellation);
    }
}
