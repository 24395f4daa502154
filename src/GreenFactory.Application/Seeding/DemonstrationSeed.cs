using GreenFactory.Application.Accounts;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Seeding;

/// <summary>Invented organisations and accounts of a demonstration.</summary>
internal static class DemonstrationSeed
{
    /// <summary>One hash for all invented accounts, which share one published password: a hash is made slow on purpose.</summary>
    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), DemonstrationAccounts.Password));

    /// <summary>Districts of the second, invented municipality, in the columns of the reference table.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> SecondCityDistricts { get; } =
    [
        new Dictionary<string, string>
        {
            ["code"] = "",
            ["name"] = "云东区（演示）",
            ["kind"] = "区",
            ["org_name"] = "云东区工业和信息化局（演示）",
            ["note"] = "演示数据，并非真实行政区",
        },
    ];

    public static async Task ApplyAsync(PortalDbContext db, MunicipalityId municipality, TimeProvider clock, CancellationToken cancellation)
    {
        await HonourSeed.ApplyAsync(db, municipality, cancellation);
        if (await db.Organisations.AnyAsync(cancellation))
        {
            return;
        }

        var districts = await db.Districts.ToDictionaryAsync(row => row.Name, cancellation);
        var home = districts[DemonstrationAccounts.District];
        Organisation[] organisations =
        [
            Create(home, OrganisationKind.Factory, "915001022029000152", DemonstrationAccounts.CementWorks, "涪陵区江岸路1号（演示）"),
            Create(home, OrganisationKind.Factory, "91500000MA60ABCD5B", DemonstrationAccounts.PartsMaker, "涪陵区澄岚路18号（演示）"),
            Create(home, OrganisationKind.Park, "91500112MA7HGREN31", DemonstrationAccounts.Park, "涪陵区石桥镇（演示）"),
        ];
        db.AddRange(organisations);
        var departments = await db.Departments.Where(row => row.DistrictId == home.Id).ToDictionaryAsync(row => row.Kind, cancellation);
        var units = organisations.ToDictionary(row => row.Name);
        foreach (var account in DemonstrationAccounts.All)
        {
            AddAccount(db, municipality, account, districts, departments, units, clock.GetUtcNow());
        }

        AddAnnouncement(db, municipality, "2026-06-15", "关于开展绿色工厂申报线上答疑的通知（演示）", "通知", ChinaTime.At(2026, 6, 15, 10), "各有关企业、园区：\n\n定于2026年6月23日14:30开展线上答疑，讲解评价指标、佐证材料和平台填报方法。请从本平台“帮助”进入。\n\n本公告为演示数据。");
        AddAnnouncement(db, municipality, "2026-07-01", "平台维护公告（演示）", "公告", ChinaTime.At(2026, 7, 1, 9), "平台定于2026年7月4日22:00至24:00维护，期间不能登录。已保存的内容不受影响，请提前安排填报。\n\n本公告为演示数据。");
        await db.SaveChangesAsync(cancellation);
    }

    public static async Task ApplyToSecondCityAsync(PortalDbContext db, MunicipalityId municipality, TimeProvider clock, CancellationToken cancellation)
    {
        if (await db.Organisations.AnyAsync(cancellation))
        {
            return;
        }

        var districts = await db.Districts.ToDictionaryAsync(row => row.Name, cancellation);
        var works = Create(districts.Values.Single(), OrganisationKind.Factory, "91500151MACP12344N", "云洲玻璃有限公司（演示）", "云东区（演示）");
        db.Add(works);
        foreach (var account in DemonstrationAccounts.SecondCity)
        {
            AddAccount(db, municipality, account, districts, [], new Dictionary<string, Organisation> { [works.Name] = works }, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellation);
    }

    private static void AddAnnouncement(PortalDbContext db, MunicipalityId municipality, string key, string title, string kind, DateTimeOffset publishedAt, string body) =>
        db.Add(new Announcement
        {
            Id = StableId.Of("announcement", municipality.Value.ToString(), key),
            MunicipalityId = municipality,
            Title = title,
            Kind = kind,
            Body = body,
            PublishedAt = publishedAt.ToUniversalTime(),
        });

    private static Organisation Create(District district, OrganisationKind kind, string creditCode, string name, string address) =>
        Organisation.Create(
            new OrganisationId(StableId.Of("organisation", district.MunicipalityId.Value.ToString(), creditCode)),
            district.MunicipalityId,
            district.Id,
            kind,
            CreditCode.Parse(creditCode).Value,
            name,
            address,
            inCultivationRegister: true);

    /// <summary>An invented account with the published password.</summary>
    internal static PortalUser UserOf(MunicipalityId municipality, string email, string personName, DateTimeOffset now) => new()
    {
        Id = UserKey(municipality, email),
        MunicipalityId = municipality,
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true,
        LockoutEnabled = true,
        PersonName = personName,
        SecurityStamp = StableId.Of("stamp", email).ToString("N"),
        CreatedAt = now,
        PasswordHash = Hash.Value,
    };

    /// <summary>The key of an invented account.</summary>
    internal static Guid UserKey(MunicipalityId municipality, string email) => StableId.Of("user", municipality.Value.ToString(), email);

    private static void AddAccount(
        PortalDbContext db,
        MunicipalityId municipality,
        DemonstrationAccount account,
        Dictionary<string, District> districts,
        Dictionary<DepartmentKind, Department> departments,
        Dictionary<string, Organisation> organisations,
        DateTimeOffset now)
    {
        var user = UserOf(municipality, account.Email, account.PersonName, now);
        db.Add(user);
        var key = new MembershipId(StableId.Of("membership", municipality.Value.ToString(), account.Email));
        var person = new UserId(user.Id);
        db.Add(DeskRoles.DeskOf(account.Role) switch
        {
            Desk.Apply => Membership.ForOrganisation(key, organisations[account.UnitName], person, account.PersonName, account.Role, now),
            Desk.District => Membership.ForDistrict(key, districts[account.UnitName], person, account.PersonName, account.Role, now),
            Desk.Departments => Membership.ForDepartment(key, departments[account.Department!.Value], person, account.PersonName, now),
            _ => Membership.ForCity(key, municipality, person, account.PersonName, account.Role, now),
        });
    }
}
