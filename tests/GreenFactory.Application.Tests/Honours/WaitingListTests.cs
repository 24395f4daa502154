using GreenFactory.Application.Assessments;
using GreenFactory.Application.Attempts;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Honours;

/// <summary>An excluded unit can come back, and a place that an upheld objection frees goes to the next on the waiting list, before the public for a whole period of its own.</summary>
public sealed class WaitingListTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_freed_place_goes_to_the_next_and_an_excluded_unit_can_be_taken_back()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var lists = new PublishedLists(city, to => database.MoveClockAsync(to, Cancellation), Cancellation);
        var (first, second, third, fourth) = (await city.AssessAsync("重庆候补一厂"), await city.AssessAsync("重庆候补二厂"), await city.AssessAsync("重庆候补三厂"), await city.AssessAsync("重庆候补四厂"));
        var version = await AsLeadAsync<PortalDbContext, RuleSetVersionId>(db => db.Declarations.Where(row => row.Id == first).Select(row => row.RuleSetVersionId!.Value).SingleAsync(Cancellation));
        Assert.True((await AsLeadAsync<SetQuotaHandler, Result>(handler => handler.HandleAsync(new SetQuota(version, 2, "按年度安排") { Waiting = 2 }, Cancellation))).Succeeded);
        await DecideAsync(third, false);
        await DecideAsync(fourth, false);

        // Taken back with a reason, and undecided again.
        Assert.Equal("case.guard.ReasonGiven", (await TakeBackAsync(third, "优")).Error.Code);
        Assert.True((await TakeBackAsync(third, "补充的检测报告已核实，恢复评选。")).Succeeded);
        Assert.Equal(["重庆候补三厂", "重庆候补四厂"], (await ReadAsync()).WaitingList.Select(row => row.OrganisationName));
        Assert.Equal("补充的检测报告已核实，恢复评选。", (await ReadAsync()).Cases.Single(row => row.OrganisationName == "重庆候补三厂").Reason);
        Assert.Equal("selection.no_place", (await FillAsync(first, third, true)).Error.Code);

        await DecideAsync(first, true);
        await DecideAsync(second, true);
        var notice = await OpenAsync();
        await UpholdAsync(notice, first);
        Assert.Equal("重庆候补三厂", Assert.Single((await ReadAsync()).Freed).Next!.OrganisationName);

        // Nobody is jumped without a decision.
        Assert.Equal(AssessmentErrors.NotNext("重庆候补三厂"), (await FillAsync(first, fourth, true)).Error);
        Assert.Equal("selection.not_chosen", (await AsLeadAsync<FillPlaceHandler, Result>(handler => handler.HandleAsync(new FillPlace(first, third, null, "按名次办理。"), Cancellation))).Error.Code);
        Assert.Equal("selection.reason", (await AsLeadAsync<FillPlaceHandler, Result>(handler => handler.HandleAsync(new FillPlace(first, third, true, "优"), Cancellation))).Error.Code);
        Assert.True((await FillAsync(first, third, false)).Succeeded);
        var both = await Task.WhenAll(FillAsync(first, fourth, true), FillAsync(first, fourth, true));
        Assert.Equal(["", "selection.no_place"], both.Select(outcome => outcome.Succeeded ? "" : outcome.Error.Code).Order(StringComparer.Ordinal));
        Assert.Empty((await ReadAsync()).Freed);

        await database.MoveClockAsync((await city.AsPublicAsync<PortalDbContext, DateTimeOffset>(db => db.Notices.Select(row => row.OpensAt).SingleAsync(Cancellation))).AddDays(3), Cancellation);
        var addition = await OpenAsync();
        var shown = (await city.AsPublicAsync<NoticeQuery, NoticePage?>(query => query.ReadAsync(addition, Cancellation)))!;
        var original = (await city.AsPublicAsync<NoticeQuery, NoticePage?>(query => query.ReadAsync(notice, Cancellation)))!;
        Assert.Equal(["重庆候补四厂"], shown.Rows.Select(row => row.Row.Name));
        Assert.Equal((notice, original.Notice.ContentHash), (shown.SupplementTo, shown.Check.Document!.Heading.More[OpenNoticeHandler.SupplementKey]));
        Assert.Equal([addition], original.Supplements);

        // While a notice that is over waits for its list, who is in and who is out stays, whoever writes.
        await database.MoveClockAsync(original.Notice.EndsAt.AddMinutes(1), Cancellation);
        await DecideAsync(third, false);
        Assert.Equal("case.guard.SelectionOpen", (await TakeBackAsync(third, "补充的检测报告已核实，恢复评选。")).Error.Code);
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var typed = source.CreateCommand($"alter table declaration disable trigger check_step; update declaration set state = 'Assessed' where id = '{third.Value}'");
        Assert.Contains("nobody is taken back", (await Assert.ThrowsAsync<PostgresException>(() => typed.ExecuteNonQueryAsync(Cancellation))).MessageText, StringComparison.Ordinal);
        await using var restored = source.CreateCommand("alter table declaration enable trigger check_step");
        await restored.ExecuteNonQueryAsync(Cancellation);

        // Each notice becomes a list of its own, the earlier first.
        Assert.Equal("publication.earlier_first", (await lists.TryPublishAsync("2026年度递补名单", addition)).Error.Code);
        Assert.Equal(["重庆候补二厂"], await PublishedAsync(await lists.TryPublishAsync("2026年度名单", notice)));
        await database.MoveClockAsync(shown.Notice.EndsAt.AddMinutes(1), Cancellation);
        Assert.Equal(["重庆候补四厂"], await PublishedAsync(await lists.TryPublishAsync("2026年度递补名单", addition)));

        Task<T> AsLeadAsync<TUseCase, T>(Func<TUseCase, Task<T>> run)
            where TUseCase : notnull => city.AsAsync(CityCases.Lead, Desk.City, run);
        async Task<NoticeId> OpenAsync()
        {
            var opened = await AsLeadAsync<OpenNoticeHandler, Result<NoticeId>>(handler => handler.HandleAsync(new OpenNotice("2026年度拟入围名单公示"), Cancellation));
            Assert.True(opened.Succeeded, opened.Succeeded ? "" : opened.Error.Message);
            return opened.Value;
        }

        async Task<RuleSetRanking> ReadAsync()
        {
            var campaign = await city.CampaignAsync();
            var ranking = Assert.Single(await AsLeadAsync<RankingQuery, IReadOnlyList<RuleSetRanking>>(query => query.ReadAsync(campaign, Cancellation)));
            var summary = Assert.Single(await AsLeadAsync<RankingIndexQuery, IReadOnlyList<RankingSummary>>(query => query.ReadAsync(campaign, Cancellation)));
            int Count(params CaseState[] states) => ranking.Cases.Count(row => states.Contains(row.State));
            Assert.Equal(
                new RankingSummary(
                    ranking.Version, ranking.Title, ranking.Kind, ranking.Cases.Count, Count(CaseState.Shortlisted, CaseState.PublicNotice, CaseState.Published), Count(CaseState.Assessed), ranking.Freed.Count, ranking.Places),
                summary);
            return ranking;
        }

        async Task DecideAsync(DeclarationId id, bool shortlist) => Assert.Empty(Assert.Single(await AsLeadAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(
            handler => handler.HandleAsync([new SelectionItem(id, shortlist, "同一理由")], Cancellation))).Errors);
        Task<Result> TakeBackAsync(DeclarationId id, string reason) => AsLeadAsync<TakeBackSelectionHandler, Result>(handler => handler.HandleAsync(new TakeBackSelection(id, reason), Cancellation));
        Task<Result> FillAsync(DeclarationId freed, DeclarationId candidate, bool moveUp) => AsLeadAsync<FillPlaceHandler, Result>(
            handler => handler.HandleAsync(new FillPlace(freed, candidate, moveUp, "按名次和材料情况办理。"), Cancellation));
        async Task<IReadOnlyList<string>> PublishedAsync(Result<PublicationId> outcome)
        {
            Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Error.Message);
            return [.. (await city.AsPublicAsync<PublicationQuery, PublicationPage?>(query => query.ReadAsync(outcome.Value, Cancellation)))!.Units.Select(unit => unit.Row.Name)];
        }

        async Task UpholdAsync(NoticeId id, DeclarationId declaration)
        {
            var row = (await city.AsPublicAsync<NoticeQuery, NoticePage?>(query => query.ReadAsync(id, Cancellation)))!.Rows.Single(line => line.DeclarationId == declaration);
            await city.AsPublicAsync<FileObjectionHandler, Result<ObjectionReceipt>>(handler => handler.HandleAsync(
                new FileObjection(row.Id, "公示的能耗数据与企业公开报告不一致，请核查。", null, null), new AttemptSource("address:203.0.113.1", false), Cancellation));
            var objection = await AsLeadAsync<PortalDbContext, ObjectionId>(db => db.Objections.Select(one => one.Id).SingleAsync(Cancellation));
            Assert.True((await AsLeadAsync<DecideObjectionHandler, Result>(handler => handler.HandleAsync(new DecideObjection(objection, ObjectionAction.Uphold, "经核查，能耗数据不实。"), Cancellation))).Succeeded);
        }
    }
}
