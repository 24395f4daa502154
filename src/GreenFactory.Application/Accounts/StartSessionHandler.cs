using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Accounts;

/// <summary>Begins a session for a person who has just proved who they are.</summary>
public sealed class StartSessionHandler(PortalDbContext db, MachineTime time)
{
    /// <summary>Begins the session.</summary>
    /// <param name="user">The person.</param>
    /// <param name="device">Browser and system in words.</param>
    /// <param name="address">Shortened network address.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The key the cookie carries.</returns>
    public async Task<Guid> HandleAsync(PortalUser user, string device, string address, CancellationToken cancellation)
    {
        var now = time.Now;
        var session = new UserSession
        {
            Id = Guid.NewGuid(),
            MunicipalityId = user.MunicipalityId,
            UserId = new UserId(user.Id),
            Device = device,
            Address = address,
            StartedAt = now,
            LastSeenAt = now,
        };
        db.Add(session);
        await db.SaveChangesAsync(cancellation);
        return session.Id;
    }
}
