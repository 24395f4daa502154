using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.ListDuties;
using GreenFactory.Application.Outbox;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Honours;

/// <summary>Everyone on the list benchmarks each year: city and district see how far each has come, and remind in one step.</summary>
public sealed class ListDutyTests
{
    private const string Listed = "重庆桐岭平板玻璃有限公司（演示）";
    private static readonly DateTimeOffset AfterDeadline = ChinaTime.At(2026, 7, 25, 9).ToUniversalTime();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_desk_says_how_far_each_unit_has_come_and_who_did_not_benchmark()
    {
        await using var database = await OpenAsync();
        var city = new CityCases(database.Services, Cancellation);
        Assert.Equal(BenchmarkProgress.NotBegun, (await OwnAsync(city)).Duty.Progress);
        var all = await ReadAsync(city, CityCases.Officer, Desk.City);
        Assert.Equal(5, all.Total);
        Assert.DoesNotContain(all.Rows, row => row.Name.Contains("生物饲料", StringComparison.Ordinal));
        Assert.Equal(Listed, Assert.Single((await ReadAsync(city, CityCases.Officer, Desk.City, "桐岭 平板玻璃")).Rows).Name);
        Assert.Equal(0, (await ReadAsync(city, CityCases.Officer, Desk.City, "100%")).All);

        var cement = await city.AsAsync<PortalDbContext, OrganisationId>("signer@cement.example", Desk.Apply, db => db.Organisations.Select(row => row.Id).SingleAsync(Cancellation));
        var begun = await city.AsAsync<BeginDeclarationHandler, Result<DeclarationId>>(
            "signer@cement.example", Desk.Apply, handler => handler.HandleAsync(new BeginDeclaration(cement, DeclarationPurpose.Benchmark), Cancellation));
        Assert.True(begun.Succeeded, begun.Succeeded ? "" : begun.Error.Message);
        var drafting = await OwnAsync(city);
        Assert.Equal((BenchmarkProgress.Drafting, null), (drafting.Duty.Progress, drafting.Duty.Case));
        Assert.Equal(BenchmarkProgress.Drafting, Assert.Single((await ReadAsync(city, DistrictReview.Officer, Desk.District)).Rows).Duty.Progress);

        await database.MoveClockAsync(AfterDeadline, Cancellation);
        Assert.Equal(5, (await ReadAsync(city, CityCases.Officer, Desk.City)).Counts[BenchmarkProgress.Missed]);
        Assert.Equal(HonourErrors.BenchmarkingClosed, (await RemindAsync(city, CityCases.Officer, Desk.City)).Error);
        Assert.Equal(BenchmarkErrors.NobodyScored, (await FixAsync(city)).Error);
    }

    [Fact]
    public async Task A_case_that_was_handed_in_is_filed_and_one_that_is_concluded_is_verified()
    {
        await using var database = await OpenAsync();
        var city = new CityCases(database.Services, Cancellation);
        var id = await new CaseBuilder(database.Services).For(DeclarationPurpose.Benchmark).SubmitAsync(Cancellation);
        Assert.Equal((BenchmarkProgress.Filed, id), ((await OwnAsync(city)).Duty.Progress, (await OwnAsync(city)).Duty.Case));

        var review = new DistrictReview(database.Services, id, Cancellation);
        Assert.True((await review.TakeAsync()).Succeeded);
        await review.RuleEverythingAsync();
        Assert.True((await review.ConcludeAsync(Domain.Reviews.ConclusionKind.Keep, "各项指标保持在评价要求之上。")).Succeeded);
        await database.MoveClockAsync(AfterDeadline, Cancellation);
        var verified = await OwnAsync(city);
        Assert.Equal((BenchmarkProgress.Verified, Domain.Reviews.ConclusionKind.Keep), (verified.Duty.Progress, verified.Conclusion));
    }

    [Fact]
    public async Task One_step_reminds_everyone_once_a_day_and_asks_the_district_where_nobody_acts_for_a_unit()
    {
        await using var database = await OpenAsync();
        var city = new CityCases(database.Services, Cancellation);
        Assert.Equal(new BenchmarkingReminded(1, 0), (await RemindAsync(city, DistrictReview.Lead, Desk.District)).Value);
        Assert.Equal(new BenchmarkingReminded(0, 4), (await RemindAsync(city, CityCases.Officer, Desk.City)).Value);
        Assert.Equal(HonourErrors.NobodyToRemind, (await RemindAsync(city, CityCases.Officer, Desk.City)).Error);
        await DeliverAsync(database);

        var told = await city.AsAsync<PortalDbContext, string>("signer@cement.example", Desk.Apply, db => db.Messages.Where(row => row.Title.Contains("自评价对标")).Select(row => row.Body).SingleAsync(Cancellation));
        Assert.Contains("2026年7月24日", told, StringComparison.Ordinal);
        Assert.Contains(Listed, told, StringComparison.Ordinal);
        Assert.Equal(1, (await OwnAsync(city)).Reminders);
        Assert.Equal(2, await city.AsAsync<PortalDbContext, int>(CityCases.Officer, Desk.City, db => db.ProcessEvents.CountAsync(row => row.Kind == nameof(EventKind.BenchmarkingReminded), Cancellation)));

        await database.MoveClockAsync(PortalDatabase.Start.AddDays(1), Cancellation);
        Assert.Equal(new BenchmarkingReminded(1, 4), (await RemindAsync(city, CityCases.Officer, Desk.City)).Value);
    }

    [Fact]
    public async Task A_district_records_no_reminder_of_a_unit_that_is_not_its_own()
    {
        await using var database = await OpenAsync();
        await using var scope = await database.AsAsync(DistrictReview.Lead, Desk.District, Cancellation);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        var campaign = await db.Campaigns.SingleAsync(Cancellation);
        var foreign = await db.GreenUnits.FirstAsync(row => row.DistrictName == "璧山区", Cancellation);
        var own = await db.GreenUnits.SingleAsync(row => row.Name == Listed, Cancellation);
        db.Add(BenchmarkReminder.Create(new BenchmarkReminderId(Guid.CreateVersion7()), campaign, foreign.Id, own.DistrictId, true, "冉建国", PortalDatabase.Start));
        var refused = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refused.InnerException).SqlState);
    }

    [Fact]
    public async Task A_year_is_previewed_fixed_once_and_counts_as_the_third_running_for_unit_district_and_city()
    {
        await using var database = await OpenAsync();
        var city = new CityCases(database.Services, Cancellation);
        var id = await new CaseBuilder(database.Services).For(DeclarationPurpose.Benchmark).SubmitAsync(Cancellation);
        var review = new DistrictReview(database.Services, id, Cancellation);
        Assert.True((await review.TakeAsync()).Succeeded);
        await review.RuleEverythingAsync();
        Assert.True((await review.ConcludeAsync(Domain.Reviews.ConclusionKind.Keep, "各项指标保持在评价要求之上。")).Succeeded);
        var alone = await ShareAsync(city, CityCases.Officer, Desk.City);
        Assert.Equal((1, 0, 0), (Assert.Single(alone.Populations).Population, alone.Populations[0].BottomPlaces, alone.Populations[0].Bottom));
        Assert.Equal(BenchmarkErrors.YearRuns(1), (await FixAsync(city)).Error);
        Assert.True((await review.SealAsync()).Succeeded);
        await city.PassAsync(id);

        Assert.Equal(BenchmarkErrors.LeadOnly, (await RoundAsync(city, CityCases.Officer)).Error);
        Assert.Equal("benchmark.rounding", (await city.AsAsync<SetBottomRoundingHandler, Result>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync(new SetBottomRounding(2026, null), Cancellation))).Error.Code);
        Assert.True((await RoundAsync(city, CityCases.Lead)).Succeeded);
        await EarlierAsync(city, 2024, 2025);
        var third = Assert.Single((await ShareAsync(city, CityCases.Officer, Desk.City)).Units);
        Assert.Equal((3, 1, 1), (third.Placed.Run, third.Placed.Place.Rank, third.Placed.Place.Population));
        Assert.Equal(BenchmarkErrors.YearRuns(0), (await FixAsync(city)).Error);
        await database.MoveClockAsync(AfterDeadline, Cancellation);
        Assert.Equal(1, (await FixAsync(city)).Value);
        Assert.Equal(BenchmarkErrors.YearFixed, (await FixAsync(city)).Error);
        Assert.Equal(BenchmarkErrors.YearFixed, (await RoundAsync(city, CityCases.Lead)).Error);

        Assert.Equal(3, Assert.Single((await ShareAsync(city, DistrictReview.Officer, Desk.District)).Units).Placed.Run);
        var told = Assert.Single(await city.AsAsync<OwnPlacesQuery, IReadOnlyList<OwnWarning>>("signer@cement.example", Desk.Apply, query => query.ReadAsync(Cancellation)));
        Assert.Contains("1 家中居第 1 名", told.Sentence, StringComparison.Ordinal);
        Assert.Contains("连续三年处于后5%", told.Sentence, StringComparison.Ordinal);
        Assert.Empty(await city.AsAsync<OwnPlacesQuery, IReadOnlyList<OwnWarning>>("signer@parts.example", Desk.Apply, query => query.ReadAsync(Cancellation)));
        Assert.Equal(GreenUnitState.Warned, await city.AsPublicAsync<PortalDbContext, GreenUnitState>(db => db.GreenUnits.Where(row => row.Name == Listed).Select(row => row.State).SingleAsync(Cancellation)));
        await Assert.ThrowsAsync<PostgresException>(() => city.AsAsync<PortalDbContext, int>(
            CityCases.Lead, Desk.City, db => db.Database.ExecuteSqlAsync($"update benchmark_place set is_bottom = false", Cancellation)));
    }

    private static Task<BottomShare> ShareAsync(CityCases city, string email, Desk desk) => city.AsAsync<BottomShareQuery, BottomShare>(email, desk, async query =>
        await query.ReadAsync(await city.AsAsync<CampaignChoiceReader, Domain.Campaigns.Campaign>(email, desk, async reader => (await reader.FindAsync(null, Cancellation))!), Cancellation));

    private static Task<Result<int>> FixAsync(CityCases city) =>
        city.AsAsync<FixBenchmarkYearHandler, Result<int>>(CityCases.Lead, Desk.City, handler => handler.HandleAsync(new FixBenchmarkYear(2026), Cancellation));

    private static Task<Result> RoundAsync(CityCases city, string email) =>
        city.AsAsync<SetBottomRoundingHandler, Result>(email, Desk.City, handler => handler.HandleAsync(new SetBottomRounding(2026, ShareRounding.Up), Cancellation));

    private static Task EarlierAsync(CityCases city, params int[] years) => city.AsAsync<PortalDbContext, int>(CityCases.Lead, Desk.City, async db =>
    {
        var unit = await db.GreenUnits.SingleAsync(row => row.Name == Listed, Cancellation);
        db.AddRange(years.Select(year => BenchmarkPlace.Create(
            new BenchmarkPlaceId(Guid.CreateVersion7()), unit, year, new YearlyPlace(unit.Id, "gbt36132-2018 1.0.0", 61m, 20, 1, 20, 1), ShareRounding.Down, "程立", PortalDatabase.Start)));
        return await db.SaveChangesAsync(Cancellation);
    });

    /// <summary>The cement works of the demonstration is the listed unit of its district.</summary>
    private static async Task<PortalDatabase> OpenAsync()
    {
        var database = await PortalDatabase.OpenAsync(Cancellation);
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand("update green_unit u set credit_code = o.credit_code from organisation o where o.name = $1 and u.name = $2");
        command.Parameters.Add(new NpgsqlParameter { Value = DemonstrationAccounts.CementWorks });
        command.Parameters.Add(new NpgsqlParameter { Value = Listed });
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
        return database;
    }

    private static Task<DutyPage> ReadAsync(CityCases city, string email, Desk desk, string? search = null) => city.AsAsync<BenchmarkDutyQuery, DutyPage>(email, desk, async query =>
    {
        var campaign = await city.AsAsync<CampaignChoiceReader, Domain.Campaigns.Campaign>(email, desk, async reader => (await reader.FindAsync(null, Cancellation))!);
        return await query.ReadAsync(campaign, new DutyFilter(null, null, 0, search), Cancellation);
    });

    private static async Task<DutyRow> OwnAsync(CityCases city) => Assert.Single((await ReadAsync(city, CityCases.Officer, Desk.City)).Rows, row => row.Name == Listed);

    private static Task<Result<BenchmarkingReminded>> RemindAsync(CityCases city, string email, Desk desk) =>
        city.AsAsync<RemindBenchmarkingHandler, Result<BenchmarkingReminded>>(email, desk, handler => handler.HandleAsync(new RemindBenchmarking(null, null), Cancellation));

    private static async Task DeliverAsync(PortalDatabase database)
    {
        for (var more = true; more;)
        {
            await using var scope = PersonScope.OpenSystem(database.Services);
            more = await scope.ServiceProvider.GetRequiredService<NextOutboxMessageHandler>().HandleAsync(Cancellation) is not null;
        }
    }
}
