using GreenFactory.Application.Access;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Data;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Municipalities;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Testing.Cases;

/// <summary>People who hold a role somewhere else: in the second municipality, or in another unit of the first.</summary>
/// <param name="services">The services of the program under test.</param>
/// <param name="cancellation">Stops the work.</param>
public sealed class Strangers(IServiceProvider services, CancellationToken cancellation)
{
    /// <summary>A person for every role in the second municipality: role to sign-in name.</summary>
    public Task<IReadOnlyDictionary<Role, string>> OfSecondCityAsync() => AddAsync(PortalSeeder.DemonstrationCity, "云东区（演示）", "stranger.example", Enum.GetValues<Role>());

    /// <summary>A person for every role that is held in a unit, in another unit of the first municipality, and an expert without cases.</summary>
    public Task<IReadOnlyDictionary<Role, string>> OfAnotherUnitAsync() => AddAsync(
        PortalSeeder.Chongqing, "渝中区", "neighbour.example", [Role.ApplicantEditor, Role.ApplicantSigner, Role.DistrictOfficer, Role.DistrictLead, Role.DepartmentOfficer, Role.Expert]);

    private async Task<IReadOnlyDictionary<Role, string>> AddAsync(Municipality municipality, string districtName, string domain, IEnumerable<Role> roles)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(municipality.Id));
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var district = await db.Districts.SingleAsync(row => row.Name == districtName, cancellation);
        var department = await db.Departments.FirstAsync(row => row.DistrictId == district.Id && row.Kind == DepartmentKind.EcologyEnvironment, cancellation);
        var works = Organisation.Create(
            new OrganisationId(Guid.CreateVersion7()), municipality.Id, district.Id, OrganisationKind.Factory, CreditCode.Parse(CreditCodes.Of(700001)).Value, "别处的工厂（演示）", "别处", inCultivationRegister: true);
        db.Add(works);
        var people = new Dictionary<Role, string>();
        foreach (var role in roles)
        {
            var user = User(municipality, people[role] = $"{role.ToString().ToLowerInvariant()}@{domain}", now);
            db.Add(user);
            var (key, person) = (new MembershipId(Guid.CreateVersion7()), new UserId(user.Id));
            db.Add(DeskRoles.DeskOf(role) switch
            {
                Desk.Apply => Membership.ForOrganisation(key, works, person, user.PersonName, role, now),
                Desk.District => Membership.ForDistrict(key, district, person, user.PersonName, role, now),
                Desk.Departments => Membership.ForDepartment(key, department, person, user.PersonName, now),
                _ => Membership.ForCity(key, municipality.Id, person, user.PersonName, role, now),
            });
        }

        await db.SaveChangesAsync(cancellation);
        return people;
    }

    private static PortalUser User(Municipality municipality, string email, DateTimeOffset now)
    {
        var user = new PortalUser
        {
            Id = Guid.CreateVersion7(),
            MunicipalityId = municipality.Id,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            LockoutEnabled = true,
            PersonName = "别处的人",
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = now,
        };
        user.PasswordHash = new PasswordHasher<PortalUser>().HashPassword(user, DemonstrationAccounts.Password);
        return user;
    }
}
