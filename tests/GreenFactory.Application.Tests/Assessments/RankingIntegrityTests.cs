using GreenFactory.Application.Access;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Outbox;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Assessments;

/// <summary>A score that was typed into the table does not stand in the ranking, a rewritten log is not signed, and whoever must know is told once.</summary>
public sealed class RankingIntegrityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("update frozen_score set total = 99.99")]
    [InlineData("update frozen_score set total = 99.99, score_sheet = regexp_replace(score_sheet, '\"total\":\"[^\"]*\"', '\"total\":\"99.99\"'), content_hash = repeat('a', 64)")]
    [InlineData("update frozen_score set content_hash = repeat('a', 64)")]
    public async Task A_total_typed_in_by_the_owner_has_no_place_and_cannot_be_shortlisted(string change)
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var (honest, forged) = (await city.AssessAsync("重庆排名甲厂"), await city.AssessAsync("重庆排名乙厂"));
        Assert.Equal(2, Assert.Single(await ReadAsync(city)).Cases.Count);

        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand($"alter table frozen_score disable trigger user; {change} where party = 'Final' and declaration_id = '{forged.Value}'");
        await command.ExecuteNonQueryAsync(Cancellation);

        var ranking = Assert.Single(await ReadAsync(city));
        Assert.Equal([honest], ranking.Cases.Select(row => row.Place.Entry.Declaration));
        Assert.DoesNotContain(ranking.Cases, row => row.Place.Entry.Points == 99.99m);
        Assert.Equal([forged], ranking.Refused.Select(row => row.Declaration));
        var decided = await city.AsAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync([new SelectionItem(forged, true, "名次在名额内")], Cancellation));
        Assert.Equal("score.not_intact", Assert.Single(Assert.Single(decided).Errors).Code);

        // Seen twice or more, told once to everybody who must know.
        await ReadAsync(city);
        await using var told = source.CreateCommand("select string_agg(payload::text, ' ') from outbox_message where kind = 'notify-roles'");
        var notice = (string)(await told.ExecuteScalarAsync(Cancellation))!;
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(notice, "得分与冻结时不一致"));
        await using var scope = database.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(PortalSeeder.Chongqing.Id));
        while (await scope.ServiceProvider.GetRequiredService<NextOutboxMessageHandler>().HandleAsync(Cancellation) is not null)
        {
        }

        await using var read = source.CreateCommand(
            "select string_agg(u.email, ' ' order by u.email) from message m join portal_user u on u.id = m.user_id where m.title = '完整性校验未通过'");
        Assert.Equal("admin2@city.example admin@city.example lead@city.example officer@city.example", await read.ExecuteScalarAsync(Cancellation));

        for (var day = 0; day < 2; day++)
        {
            Assert.Equal(CheckpointOutcome.Kept, await scope.ServiceProvider.GetRequiredService<KeepCheckpointHandler>().HandleAsync(Cancellation));
            await database.MoveClockAsync(scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().AddDays(1), Cancellation);
        }

        await using var rewritten = source.CreateCommand("alter table process_event disable trigger user; update process_event set summary = '什么也没有发生' where sequence = 2");
        Assert.True(await rewritten.ExecuteNonQueryAsync(Cancellation) > 0);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(CheckpointOutcome.Refused, await scope.ServiceProvider.GetRequiredService<KeepCheckpointHandler>().HandleAsync(Cancellation));
        }

        await using var alarms = source.CreateCommand("select count(*) from alarm where summary like '事件日志%'");
        Assert.Equal(1L, await alarms.ExecuteScalarAsync(Cancellation));
    }

    private static Task<IReadOnlyList<RuleSetRanking>> ReadAsync(CityCases city) =>
        city.AsAsync<RankingQuery, IReadOnlyList<RuleSetRanking>>(CityCases.Officer, Desk.City, async query => await query.ReadAsync(await city.CampaignAsync(), Cancellation));
}
