using GreenFactory.Application.Assessments;
using GreenFactory.Application.Attempts;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Tests.Audit;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace GreenFactory.Application.Tests.Honours;

/// <summary>From the shortlist to the register: what the public may rely on.</summary>
public sealed class PublicationTests
{
    private static Publish Final => new("2026年度市级绿色工厂名单", PublishedLists.NextNumber());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void An_objection_that_is_too_long_is_told_how_long_it_is() => Assert.Equal(
        "异议内容和依据最多 2000 字，现在有 2001 字，请删减。",
        Assert.Single(new FileObjectionValidator().Validate(new FileObjection(default, new string('长', 2001), null, null)).Errors).ErrorMessage);

    [Fact]
    public async Task The_list_is_published_after_the_period_without_open_objections_and_differs_from_the_notice_only_by_explained_cases()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var kept = await city.AssessAsync("重庆测试甲厂");
        var struck = await city.AssessAsync("重庆测试乙厂");
        Task<Result<NoticeId>> OpenAsync(string title) => city.AsAsync<OpenNoticeHandler, Result<NoticeId>>(CityCases.Lead, Desk.City, handler => handler.HandleAsync(new OpenNotice(title), Cancellation));
        Assert.Equal("notice.title", (await OpenAsync("公示")).Error.Code);
        Assert.Equal(HonourErrors.NobodyShortlisted, (await OpenAsync("2026年度拟入围名单公示")).Error);
        var decided = await city.AsAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync([new(kept, true, "名次在名额内"), new(struck, true, "名次在名额内")], Cancellation));
        Assert.All(decided, outcome => Assert.Empty(outcome.Errors));

        var opened = await OpenAsync("2026年度拟入围名单公示");
        Assert.True(opened.Succeeded, opened.Succeeded ? "" : opened.Error.Message);
        Assert.Equal(HonourErrors.NoticeStanding, (await OpenAsync("2026年度拟入围名单公示")).Error);
        var notice = (await city.AsPublicAsync<NoticeQuery, NoticePage?>(query => query.ReadAsync(opened.Value, Cancellation)))!;
        var row = notice.Rows.Single(line => line.DeclarationId == struck);

        Task<Result<ObjectionReceipt>> ObjectAsync(string content) => city.AsPublicAsync<FileObjectionHandler, Result<ObjectionReceipt>>(
            handler => handler.HandleAsync(new FileObjection(row.Id, content, "王某", "13800000000"), new AttemptSource("address:203.0.113.1", false), Cancellation));
        Assert.Equal("objection.invalid", (await ObjectAsync("不实")).Error.Code);
        var receipt = await ObjectAsync("公示的能耗数据与企业公开报告不一致，请核查。");
        Assert.True(receipt.Succeeded, receipt.Succeeded ? "" : receipt.Error.Message);
        Assert.Equal(0, await city.AsPublicAsync<PortalDbContext, int>(db => db.Objections.CountAsync(Cancellation)));
        var stored = await city.AsAsync<PortalDbContext, Objection>(CityCases.Officer, Desk.City, db => db.Objections.SingleAsync(Cancellation));
        Assert.DoesNotContain("13800000000", stored.ProtectedContact, StringComparison.Ordinal);

        Assert.Equal(
            ["publication.invalid"],
            (await city.AsAsync<PublishHandler, Result<PublicationId>>(CityCases.Lead, Desk.City, handler => handler.HandleAsync(new Publish(" ", " "), Cancellation))).Errors.Select(error => error.Code).Distinct());
        Assert.Equal("publication.too_early", (await PublishAsync(city)).Error.Code);
        await database.MoveClockAsync(notice.Notice.EndsAt.AddMinutes(1), Cancellation);
        Assert.Equal("publication.objections_open", (await PublishAsync(city)).Error.Code);
        Assert.Equal(HonourErrors.NoticeNotOpen, (await ObjectAsync("公示期已过，仍有异议，请核查。")).Error);
        Task<Result> DecideAsync(string answer) => city.AsAsync<DecideObjectionHandler, Result>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync(new DecideObjection(stored.Id, ObjectionAction.Uphold, answer), Cancellation));
        Assert.Equal("objection.answer", (await DecideAsync(" ")).Error.Code);

        var upheld = await DecideAsync("经核查，能耗数据不实。");
        Assert.True(upheld.Succeeded, upheld.Succeeded ? "" : upheld.Error.Message);
        Assert.Equal(HonourErrors.ObjectionDecided, (await DecideAsync("再次办理同一异议。")).Error);
        Assert.Equal(AssessmentErrors.NobodyWaits, (await city.AsAsync<FillPlaceHandler, Result>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync(new FillPlace(struck, kept, true, "名额空出，按名次递补。"), Cancellation))).Error);
        var followed = await city.AsPublicAsync<FollowObjectionQuery, FollowedObjection?>(query => query.FindAsync(receipt.Value.Code.ToLowerInvariant(), Cancellation));
        Assert.Equal(ObjectionState.Upheld, followed!.State);

        var published = await PublishAsync(city);
        Assert.True(published.Succeeded, published.Succeeded ? "" : published.Error.Message);
        var page = (await city.AsPublicAsync<PublicationQuery, PublicationPage?>(query => query.ReadAsync(published.Value, Cancellation)))!;
        Assert.Equal(["重庆测试甲厂"], page.Units.Select(unit => unit.Row.Name));
        Assert.Equal(["重庆测试乙厂"], page.Differences.Select(difference => difference.Name));
        Assert.Contains("能耗数据不实", page.Differences[0].Explanation, StringComparison.Ordinal);

        var verified = await city.AsPublicAsync<VerifyQuery, VerificationResult>(query => query.VerifyAsync(page.Units[0].Row.CertificateNumber, Cancellation));
        Assert.True(verified.Holds, string.Join('\n', verified.Faults));
        Assert.Equal("重庆测试甲厂", verified.Verification!.Row.Name);
        var found = await city.AsPublicAsync<RegisterSearchQuery, RegisterPage>(query => query.SearchAsync(new RegisterSearch("测试甲", Year: 2026), Cancellation));
        Assert.Equal("重庆测试甲厂", Assert.Single(found.Entries).Shown.Name);

        Assert.Empty(await TamperingOwner.FindingsAsync(database, ""));
        foreach (var sql in (string[])[
            "update objection set content = '另有内容'", "update objection set answer = '另有答复'", "update objection set state = 'Dismissed'", "delete from objection",
            "insert into objection select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid(), 'number', 'Y0', 'receipt_hash', '0'))).* from objection o"])
        {
            Assert.Contains(await TamperingOwner.FindingsAsync(database, sql), finding => finding.Kind == "row" && finding.Message.Contains("of objection", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Twelve_objections_of_one_source_in_a_minute_are_taken_in_slowly_kept_every_one_and_read_as_one_group()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var only = await city.AssessAsync("重庆被异议厂");
        await city.AsAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(CityCases.Lead, Desk.City, handler => handler.HandleAsync([new(only, true, "名次在名额内")], Cancellation));
        var opened = await city.AsAsync<OpenNoticeHandler, Result<NoticeId>>(CityCases.Lead, Desk.City, handler => handler.HandleAsync(new OpenNotice("2026年度拟入围名单公示"), Cancellation));
        var row = Assert.Single((await city.AsPublicAsync<NoticeQuery, NoticePage?>(query => query.ReadAsync(opened.Value, Cancellation)))!.Rows);
        var campaign = await city.AsPublicAsync<PortalDbContext, CampaignId>(db => db.Notices.Where(notice => notice.Id == opened.Value).Select(notice => notice.CampaignId).SingleAsync(Cancellation));
        Task<Result<ObjectionReceipt>> ObjectAsync(int i, string address) => city.AsPublicAsync<FileObjectionHandler, Result<ObjectionReceipt>>(
            handler => handler.HandleAsync(new FileObjection(row.Id, $"第 {i} 条异议：公示的能耗数据与实际不符。", null, null), new AttemptSource($"address:{address}", false), Cancellation));

        var receipts = new List<ObjectionReceipt> { (await ObjectAsync(0, "198.51.100.1")).Value };
        for (var i = 1; i <= 12; i++)
        {
            receipts.Add((await ObjectAsync(i, "203.0.113.1")).Value);
        }

        Assert.Equal([1, 2, 4, 8, 10, 10, 10, 10, 10], database.Machine.Waits.Where(wait => wait > TimeSpan.Zero).Select(wait => wait.TotalSeconds));
        foreach (var receipt in receipts)
        {
            Assert.NotNull(await city.AsPublicAsync<FollowObjectionQuery, FollowedObjection?>(query => query.FindAsync(receipt.Code, Cancellation)));
        }

        var list = (await WorkAsync(new ObjectionPage(false, null, null))).Objections;
        Assert.Equal([1, 12], list.Select(work => work.GroupSize));
        var group = (await WorkAsync(new ObjectionPage(false, list[1].Objection.BurstId, null))).Objections;
        Assert.Equal(Enumerable.Range(1, 12).Select(i => $"第 {i} 条异议：公示的能耗数据与实际不符。"), group.Select(work => work.Objection.Content));
        foreach (var work in group)
        {
            var decided = await city.AsAsync<DecideObjectionHandler, Result>(
                CityCases.Lead, Desk.City, handler => handler.HandleAsync(new DecideObjection(work.Objection.Id, ObjectionAction.Dismiss, "经核查，数据属实。"), Cancellation));
            Assert.True(decided.Succeeded);
        }

        Assert.Equal([1], (await WorkAsync(new ObjectionPage(false, null, null))).Objections.Select(work => work.GroupSize));
        Assert.Equal([12], (await WorkAsync(new ObjectionPage(true, null, null))).Objections.Select(work => work.GroupSize));

        Task<NoticeWork> WorkAsync(ObjectionPage page) => city.AsAsync<NoticeWorkQuery, NoticeWork>(
            CityCases.Officer, Desk.City, query => query.ReadAsync(campaign, page, Cancellation));
    }

    [Fact]
    public async Task A_park_travels_the_same_way_and_stands_in_the_register_with_the_score_of_its_own_rule_set()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var park = await city.AssessParkAsync("重庆测试工业园区");
        var factory = await city.AssessAsync("重庆测试丙厂");
        var decided = await city.AsAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync([new(park, true, "名次在名额内"), new(factory, true, "名次在名额内")], Cancellation));
        Assert.All(decided, outcome => Assert.Empty(outcome.Errors));
        var opened = await city.AsAsync<OpenNoticeHandler, Result<NoticeId>>(CityCases.Lead, Desk.City, handler => handler.HandleAsync(new OpenNotice("2026年度拟入围名单公示"), Cancellation));
        var notice = (await city.AsPublicAsync<NoticeQuery, NoticePage?>(query => query.ReadAsync(opened.Value, Cancellation)))!;
        await database.MoveClockAsync(notice.Notice.EndsAt.AddMinutes(1), Cancellation);
        var published = await PublishAsync(city);
        Assert.True(published.Succeeded, published.Succeeded ? "" : published.Error.Message);

        var found = Assert.Single((await city.AsPublicAsync<RegisterSearchQuery, RegisterPage>(query => query.SearchAsync(new RegisterSearch("测试工业园区"), Cancellation))).Entries).Shown;
        Assert.Equal(OrganisationKind.Park, found.Kind);
        var unit = (await city.AsPublicAsync<GreenUnitQuery, GreenUnitPage?>(query => query.ReadAsync(found.Id, Cancellation)))!;
        var honour = Assert.Single(unit.Honours);
        Assert.Equal(82.20m, honour.Points);
        Assert.StartsWith(SampleFacts.ParkRuleSet, honour.RuleSet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_register_pages_through_all_units_without_repeating_one()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var names = new List<string>();
        RegisterCursor? after = null;
        do
        {
            var page = await city.AsPublicAsync<RegisterSearchQuery, RegisterPage>(query => query.SearchAsync(new RegisterSearch { Size = 2, After = after }, Cancellation));
            Assert.Equal(6, page.Total);
            names.AddRange(page.Entries.Select(entry => entry.Shown.Name));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(6, names.Distinct().Count());
        Assert.Equal(6, names.Count);
    }

    private static Task<Result<PublicationId>> PublishAsync(CityCases city) =>
        city.AsAsync<PublishHandler, Result<PublicationId>>(CityCases.Lead, Desk.City, handler => handler.HandleAsync(Final, Cancellation));
}
