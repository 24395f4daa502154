using GreenFactory.Application.Access;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Data;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Testing.Cases;

/// <summary>Opens units of work for people of the first municipality, signed in by a session of their own and with the memberships the database gives them.</summary>
public static class PersonScope
{
    /// <summary>A unit of work of a person at a desk.</summary>
    public static async Task<AsyncServiceScope> OpenAsync(IServiceProvider services, string email, Desk desk, CancellationToken cancellation)
    {
        var person = await ReadAsync(services, email, cancellation);
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(person.At(desk));
        return scope;
    }

    /// <summary>A unit of background work.</summary>
    public static AsyncServiceScope OpenSystem(IServiceProvider services)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(PortalSeeder.Chongqing.Id));
        return scope;
    }

    private static async Task<AccessScope> ReadAsync(IServiceProvider services, string email, CancellationToken cancellation)
    {
        await using var scope = OpenSystem(services);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var user = await db.Users.Where(row => row.Email == email).Select(row => new { row.Id, row.PersonName }).SingleAsync(cancellation);
        var id = new UserId(user.Id);
        var memberships = await db.Memberships.Where(row => row.UserId == id && row.EndedAt == null).ToListAsync(cancellation);
        var key = Guid.NewGuid();
        db.Add(new UserSession { Id = UserSession.IdOf(key), MunicipalityId = PortalSeeder.Chongqing.Id, UserId = id, Device = "test", Address = "", StartedAt = PortalDatabase.Start, LastSeenAt = PortalDatabase.Start });
        await db.SaveChangesAsync(cancellation);
        return new AccessScope(
            PortalSeeder.Chongqing.Id,
            Desk.Account,
            id,
            user.PersonName,
            [.. memberships.Select(row => new HeldMembership(row.Role, row.OrganisationId?.Value ?? row.DistrictId?.Value ?? row.DepartmentId?.Value))])
        {
            SessionKey = key,
        };
    }
}
