using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Outbox;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Application.Tests.Declarations;

/// <summary>What waits for an applicant is said 30, 7 and 1 days before its deadline, once each.</summary>
public sealed class DeadlineReminderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_reminded_once_at_30_7_and_1_days_however_often_the_work_runs_and_a_later_begin_is_not_told_what_is_past()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        await portal.MoveClockAsync(ChinaTime.At(2026, 6, 2, 9, 0), Cancellation);
        await BeginAsync(portal, "signer@cement.example", DemonstrationAccounts.CementWorks);
        Assert.Equal(0, await RunAsync(portal, ChinaTime.At(2026, 6, 20)));
        Assert.Equal(1, await RunAsync(portal, ChinaTime.At(2026, 6, 25, 0, 30)));
        Assert.Equal(0, await RunAsync(portal, ChinaTime.At(2026, 6, 25, 1, 30)));
        Assert.Equal(0, await RunAsync(portal, ChinaTime.At(2026, 7, 10)));
        Assert.Equal(1, await RunAsync(portal, ChinaTime.At(2026, 7, 18, 1, 0)));
        Assert.Equal(1, await RunAsync(portal, ChinaTime.At(2026, 7, 24, 2, 0)));
        Assert.Equal(0, await RunAsync(portal, ChinaTime.At(2026, 7, 24, 23, 0)));
        Assert.Equal(0, await RunAsync(portal, ChinaTime.At(2026, 7, 26)));

        await using var system = await PersonScope.OpenAsync(portal.Services, "officer@city.example", Desk.City, Cancellation);
        var events = await system.ServiceProvider.GetRequiredService<PortalDbContext>().ProcessEvents.Where(row => row.Kind == "DeadlineReminded").OrderBy(row => row.Sequence).ToListAsync(Cancellation);
        Assert.Equal(["提醒：申报截止还有 29 天", "提醒：申报截止还有 6 天", "提醒：申报截止还有 22 小时"], events.Select(row => row.Summary));
    }

    [Theory]
    [InlineData("2026-06-20", "2026-06-01", null)]
    [InlineData("2026-06-26", "2026-06-01", 30)]
    [InlineData("2026-06-26", "2026-06-25", null)]
    [InlineData("2026-07-20", "2026-06-26", 7)]
    [InlineData("2026-07-24", "2026-07-20", 1)]
    [InlineData("2026-07-25", "2026-06-01", null)]
    public void The_shortest_reminder_that_has_begun_is_due_and_none_after_the_deadline(string now, string since, int? days)
    {
        static DateTimeOffset At(string day) => ChinaTime.At(int.Parse(day[..4], null), int.Parse(day[5..7], null), int.Parse(day[8..], null));
        Assert.Equal(days, RemindDeadlinesHandler.Due(At(now), At(since), At("2026-07-25")));
    }

    private static async Task BeginAsync(PortalDatabase portal, string email, string name)
    {
        await using var scope = await portal.AsAsync(email, Desk.Apply, Cancellation);
        var unit = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Organisations.Where(row => row.Name == name).Select(row => row.Id).SingleAsync(Cancellation);
        Assert.True((await scope.ServiceProvider.GetRequiredService<BeginDeclarationHandler>().HandleAsync(new BeginDeclaration(unit, DeclarationPurpose.NewEntry), Cancellation)).Succeeded);
    }

    private static async Task<int> RunAsync(PortalDatabase portal, DateTimeOffset now)
    {
        await portal.MoveClockAsync(now, Cancellation);
        await using var unit = portal.Services.CreateAsyncScope();
        unit.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(PortalSeeder.Chongqing.Id));
        return (await unit.ServiceProvider.GetRequiredService<RemindDeadlinesHandler>().HandleAsync(Cancellation)).Value;
    }
}
