using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Application.Accounts;

/// <summary>
/// Begins a session for a person who has just proved who they are. The row is written by background work of its own: the request that asks is still the public's, and
/// the public cannot begin sessions.
/// </summary>
public sealed class StartSessionHandler(IServiceScopeFactory scopes, MachineTime time)
{
    /// <summary>Begins the session.</summary>
    /// <param name="user">The person.</param>
    /// <param name="device">Browser and system in words.</param>
    /// <param name="address">Shortened network address.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The key that the cookie carries.</returns>
    public async Task<Guid> HandleAsync(PortalUser user, string device, string address, CancellationToken cancellation)
    {
        var now = time.Now;
        var key = Guid.NewGuid();
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(user.MunicipalityId));
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        db.Add(new UserSession
        {
            Id = UserSession.IdOf(key),
            MunicipalityId = user.MunicipalityId,
            UserId = new UserId(user.Id),
            Device = device,
            Address = address,
            StartedAt = now,
            LastSeenAt = now,
        });
        await db.SaveChangesAsync(cancellation);
        return key;
    }
}
