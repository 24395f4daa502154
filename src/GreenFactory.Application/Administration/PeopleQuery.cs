using GreenFactory.Application.Accounts;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>A role a person holds, with the unit it is held in.</summary>
public sealed record HeldRole(MembershipId Id, Role Role, string? UnitName);

/// <summary>An account in the administrator's list.</summary>
public sealed record Person(Guid Id, string PersonName, string Email, bool EmailConfirmed, bool HasSecondFactor, DateTimeOffset? LockedUntil, IReadOnlyList<HeldRole> Roles);

/// <summary>An organisation in the administrator's list.</summary>
public sealed record OrganisationLine(OrganisationId Id, string Name, CreditCode CreditCode, OrganisationKind Kind, string DistrictName);

/// <summary>A unit in which a role can be held.</summary>
public sealed record UnitChoice(Guid Id, string Name);

/// <summary>Accounts and organisations for administrators; at most two queries each.</summary>
public sealed class PeopleQuery(PortalDbContext db)
{
    /// <summary>How many stand on a page.</summary>
    public const int PageSize = 30;

    /// <summary>A page of accounts by e-mail address, and one more when there is a next page.</summary>
    /// <param name="words">Part of name or address, or null.</param>
    /// <param name="after">Only addresses after this one.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<IReadOnlyList<Person>> ReadAsync(string? words, string? after, CancellationToken cancellation)
    {
        var rows = db.Users.AsQueryable();
        if (!WrittenText.SaysNothing(words))
        {
            var part = WrittenText.Said(words);
            var capital = part.ToUpperInvariant();
            rows = rows.Where(row => row.PersonName.Contains(part) || row.NormalizedEmail!.Contains(capital));
        }

        if (!string.IsNullOrEmpty(after))
        {
            rows = rows.Where(row => EF.Functions.GreaterThan(ValueTuple.Create(row.NormalizedEmail), ValueTuple.Create(after)));
        }

        return await WithRolesAsync(rows.OrderBy(row => row.NormalizedEmail).Take(PageSize + 1), cancellation);
    }

    /// <summary>One account, or null.</summary>
    public async Task<Person?> FindAsync(Guid id, CancellationToken cancellation) =>
        (await WithRolesAsync(db.Users.Where(row => row.Id == id), cancellation)).FirstOrDefault();

    /// <summary>The first organisations by name that fit the words.</summary>
    public async Task<IReadOnlyList<OrganisationLine>> OrganisationsAsync(string? words, CancellationToken cancellation)
    {
        var rows = db.Organisations.AsQueryable();
        if (!WrittenText.SaysNothing(words))
        {
            var part = WrittenText.Said(words);
            rows = rows.Where(row => row.Name.Contains(part));
        }

        return await rows.OrderBy(row => row.Name)
            .Take(PageSize)
            .Select(row => new OrganisationLine(row.Id, row.Name, row.CreditCode, row.Kind, db.Districts.Where(district => district.Id == row.DistrictId).Select(district => district.Name).First()))
            .ToListAsync(cancellation);
    }

    /// <summary>The units in which a role can be held; empty for city-wide roles.</summary>
    public async Task<IReadOnlyList<UnitChoice>> UnitsAsync(Role role, CancellationToken cancellation) => DeskRoles.DeskOf(role) switch
    {
        Desk.District => await db.Districts.Where(row => row.Recommends).OrderBy(row => row.Position).Select(row => new UnitChoice(row.Id.Value, row.Name)).ToListAsync(cancellation),
        Desk.Departments => await db.Departments.OrderBy(row => row.Name).Select(row => new UnitChoice(row.Id.Value, row.Name)).ToListAsync(cancellation),
        Desk.Apply => await db.Organisations.OrderBy(row => row.Name).Select(row => new UnitChoice(row.Id.Value, row.Name)).ToListAsync(cancellation),
        _ => [],
    };

    private async Task<IReadOnlyList<Person>> WithRolesAsync(IQueryable<PortalUser> rows, CancellationToken cancellation)
    {
        var users = await rows.AsNoTracking().ToListAsync(cancellation);
        var keys = users.Select(user => new UserId(user.Id)).ToList();
        var roles = await db.Memberships.Where(member => keys.Contains(member.UserId) && member.EndedAt == null)
            .OrderBy(member => member.GrantedAt)
            .Select(member => new
            {
                member.UserId,
                Held = new HeldRole(
                    member.Id,
                    member.Role,
                    db.Organisations.Where(unit => unit.Id == member.OrganisationId).Select(unit => unit.Name).FirstOrDefault()
                        ?? db.Districts.Where(unit => unit.Id == member.DistrictId).Select(unit => unit.Name).FirstOrDefault()
                        ?? db.Departments.Where(unit => unit.Id == member.DepartmentId).Select(unit => unit.Name).FirstOrDefault()),
            })
            .ToListAsync(cancellation);
        var byUser = roles.ToLookup(role => role.UserId, role => role.Held);
        return [.. users.Select(user => new Person(user.Id, user.PersonName, user.Email!, user.EmailConfirmed, user.TwoFactorEnabled, user.LockoutEnd, [.. byUser[new UserId(user.Id)]]))];
    }
}
