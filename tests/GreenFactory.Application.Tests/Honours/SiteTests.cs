using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Application.PublicSite;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Honours;

/// <summary>One credit code holds several works or groups of a park (组团): each has its own case, certificate and standing, and none is counted twice.</summary>
public sealed class SiteTests
{
    private const string East = "重庆双园工业园区（东组团）";
    private const string West = "重庆双园工业园区（西组团）";
    private const string South = "重庆双园工业园区（南组团）";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_groups_of_one_park_are_listed_verified_and_counted_each_by_itself()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(portal.Services, Cancellation);
        var lists = new PublishedLists(city, to => portal.MoveClockAsync(to, Cancellation), Cancellation);
        var (east, west) = (await city.AssessParkAsync(East), await city.AssessParkAsync(West));
        await ExecuteAsync(portal, $"update organisation set site = '东组团' where name = '{East}'");
        await ExecuteAsync(portal, $"update organisation set site = '西组团', credit_code = (select credit_code from organisation where name = '{East}') where name = '{West}'");
        var before = await city.AsPublicAsync<RegisterFiguresQuery, RegisterFigures>(query => query.RunAsync(Cancellation));

        var page = await lists.PublishAsync("2026年度市级绿色工业园区名单", east, west);
        Assert.Equal([(East, "东组团", "2026-P-001"), (West, "西组团", "2026-P-002")], page.Units.Select(unit => (unit.Row.Name, unit.Row.Site, unit.Row.CertificateNumber)).Order());
        var after = await city.AsPublicAsync<RegisterFiguresQuery, RegisterFigures>(query => query.RunAsync(Cancellation));
        Assert.Equal(before.Parks + 2, after.Parks);
        var code = page.Units[0].Row.CreditCode;
        Assert.Equal(2, await city.AsPublicAsync<PortalDbContext, int>(db => db.GreenUnits.CountAsync(row => row.CreditCode == code, Cancellation)));

        foreach (var (certificate, name, other) in new[] { ("2026-P-001", East, "2026-P-002"), ("2026-P-002", West, "2026-P-001") })
        {
            var verified = await city.AsPublicAsync<VerifyQuery, VerificationResult>(query => query.VerifyAsync(certificate, Cancellation));
            Assert.True(verified.Holds, string.Join(' ', verified.Faults));
            Assert.Equal((name, name), (verified.Verification!.Row.Name, verified.Unit!.Name));
            Assert.Null(verified.Verification.Current);
            Assert.Equal([other], verified.Siblings.Select(row => row.CertificateNumber));
        }

        await ExecuteAsync(portal, "update green_unit set site = '北组团' where certificate_number = '2026-P-002'");
        Assert.Contains("厂区或组团", string.Join(' ', (await city.AsPublicAsync<VerifyQuery, VerificationResult>(query => query.VerifyAsync("2026-P-002", Cancellation))).Faults), StringComparison.Ordinal);
        await ExecuteAsync(portal, "update green_unit set site = '西组团' where certificate_number = '2026-P-002'");
        await StandingsAsync(portal, code);
    }

    [Fact]
    public async Task Two_works_of_one_company_are_listed_each_by_itself()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(portal.Services, Cancellation);
        var lists = new PublishedLists(city, to => portal.MoveClockAsync(to, Cancellation), Cancellation);
        const string one = "重庆双厂机械有限公司（一厂）";
        const string two = "重庆双厂机械有限公司（二厂）";
        var (first, second) = (await city.AssessAsync(one), await city.AssessAsync(two));
        await ExecuteAsync(portal, $"update organisation set site = '一厂' where name = '{one}'");
        await ExecuteAsync(portal, $"update organisation set site = '二厂', credit_code = (select credit_code from organisation where name = '{one}') where name = '{two}'");
        var before = await city.AsPublicAsync<RegisterFiguresQuery, RegisterFigures>(query => query.RunAsync(Cancellation));
        var page = await lists.PublishAsync("2026年度市级绿色工厂名单", first, second);
        Assert.Equal(["2026-F-001", "2026-F-002"], page.Units.Select(unit => unit.Row.CertificateNumber).Order(StringComparer.Ordinal));
        Assert.Single(page.Units.Select(unit => unit.Row.CreditCode).Distinct());
        Assert.Equal(["一厂", "二厂"], page.Units.Select(unit => unit.Row.Site).Order(StringComparer.Ordinal));
        Assert.Equal(before.MunicipalFactories + 2, (await city.AsPublicAsync<RegisterFiguresQuery, RegisterFigures>(query => query.RunAsync(Cancellation))).MunicipalFactories);
    }

    /// <summary>A listed group benchmarks; another group of the same code enters anew.</summary>
    private static async Task StandingsAsync(PortalDatabase portal, CreditCode code)
    {
        await using var scope = PersonScope.OpenSystem(portal.Services);
        var db = (PortalDbContext)scope.ServiceProvider.GetService(typeof(PortalDbContext))!;
        var listed = await db.Organisations.SingleAsync(row => row.Name == West, Cancellation);
        var third = Organisation.Create(
            new OrganisationId(Guid.CreateVersion7()), PortalSeeder.Chongqing.Id, listed.DistrictId, OrganisationKind.Park, code, "重庆双园工业园区", "涪陵区（演示）", site: "南组团");
        Assert.Equal(South, third.Name);
        db.Add(third);
        await db.SaveChangesAsync(Cancellation);
        var register = (RegisterStandingReader)scope.ServiceProvider.GetService(typeof(RegisterStandingReader))!;
        var standings = await register.ReadAsync([listed.Id, third.Id], PortalDatabase.Start, Cancellation);
        Assert.Equal("2026-P-002", standings[listed.Id].Listed!.CertificateNumber);
        Assert.Null(standings[listed.Id].Refuses(DeclarationPurpose.Benchmark));
        Assert.Null(standings[third.Id].Refuses(DeclarationPurpose.NewEntry));
        Assert.Equal("register.not_listed", standings[third.Id].Refuses(DeclarationPurpose.Benchmark)?.Code);
    }

    private static async Task ExecuteAsync(PortalDatabase portal, string sql)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
    }
}
