using GreenFactory.Application.Assessments;
using GreenFactory.Application.Audit;
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

/// <summary>A unit that was removed less than three years ago is stopped wherever its case stands, with ground and date, unless the city recorded why not.</summary>
public sealed class BarredUnitTests
{
    private const string Minutes = "市级专题会议纪要〔2026〕3号同意继续。";
    private const string Day = "2025年12月18日";
    private static readonly string Ground = HonourWords.Of(RemovalGround.NoBenchmarking);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Compliance_stops_it_and_the_citys_recorded_reason_carries_it_as_far_as_the_list()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var lists = new PublishedLists(city, to => database.MoveClockAsync(to, Cancellation), Cancellation);
        var id = await city.ReportAsync("重庆移出厂");
        await RemoveAsync(database, "重庆移出厂");

        var refused = await PassAsync(city, id, ComplianceVerdict.Ok, null);
        Assert.Equal("compliance.barred", refused.Error.Code);
        AssertExplains(refused.Error.Message);
        Assert.NotEqual("", (await PassAsync(city, id, ComplianceVerdict.OkWithRemark, " ")).Error.Message);
        Assert.True((await PassAsync(city, id, ComplianceVerdict.OkWithRemark, Minutes)).Succeeded);
        Assert.Equal(
            (ComplianceVerdict.OkWithRemark, Minutes),
            await city.AsAsync<PortalDbContext, (ComplianceVerdict, string?)>(CityCases.Officer, Desk.City, async db =>
            {
                var ruling = await db.ComplianceRulings.SingleAsync(row => row.DeclarationId == id && row.Item == ComplianceItem.Eligibility, Cancellation);
                return (ruling.Verdict, ruling.Remark);
            }));
        await city.AssessAsync(id);
        Assert.Equal("重庆移出厂", Assert.Single((await lists.PublishAsync("2026年度市级绿色工厂名单", id)).Units).Row.Name);
    }

    [Fact]
    public async Task Shortlist_notice_and_publication_stop_it_and_the_other_units_go_on()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var lists = new PublishedLists(city, to => database.MoveClockAsync(to, Cancellation), Cancellation);
        var (kept, atNotice, atPublication) = (await city.AssessAsync("重庆留存厂"), await city.AssessAsync("重庆公示前移出厂"), await city.AssessAsync("重庆发布前移出厂"));

        await RemoveAsync(database, "重庆公示前移出厂");
        var decided = await SelectAsync(city, atNotice);
        AssertExplains(Assert.Single(decided.Errors, error => error.Code == "register.barred_case").Message);

        await RestoreAsync(database);
        Assert.Empty((await SelectAsync(city, atNotice)).Errors);
        await RemoveAsync(database, "重庆公示前移出厂");
        var notice = (await city.AsPublicAsync<NoticeQuery, NoticePage?>(async query => await query.ReadAsync(await lists.NoticeAsync(kept, atPublication), Cancellation)))!;
        Assert.Equal(["重庆发布前移出厂", "重庆留存厂"], notice.Rows.Select(row => row.Row.Name).Order(StringComparer.Ordinal));
        await AssertEndedAsync(city, atNotice);

        await RestoreAsync(database);
        await RemoveAsync(database, "重庆发布前移出厂");
        var published = await lists.TryPublishAsync("2026年度市级绿色工厂名单");
        Assert.True(published.Succeeded, published.Succeeded ? "" : published.Error.Message);
        var page = (await city.AsPublicAsync<PublicationQuery, PublicationPage?>(query => query.ReadAsync(published.Value, Cancellation)))!;
        Assert.Equal("重庆留存厂", Assert.Single(page.Units).Row.Name);
        AssertExplains(Assert.Single(page.Differences).Explanation);
        await AssertEndedAsync(city, atPublication);
    }

    private static Task<Result> PassAsync(CityCases city, DeclarationId id, ComplianceVerdict eligibility, string? remark) => city.AsAsync<DecideComplianceHandler, Result>(
        CityCases.Officer, Desk.City, handler => handler.HandleAsync(
            new DecideCompliance(
                id,
                [.. Enum.GetValues<ComplianceItem>().Select(item => item is ComplianceItem.Eligibility ? new ComplianceAnswer(item, eligibility, remark) : new ComplianceAnswer(item, ComplianceVerdict.Ok, null))],
                ComplianceOutcome.Pass,
                null),
            Cancellation));

    private static async Task<SelectionOutcome> SelectAsync(CityCases city, DeclarationId id) => Assert.Single(await city.AsAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(
        CityCases.Lead, Desk.City, handler => handler.HandleAsync([new SelectionItem(id, true, "名次在名额内")], Cancellation)));

    private static async Task AssertEndedAsync(CityCases city, DeclarationId id)
    {
        Assert.Equal(
            CaseState.NotShortlisted,
            await city.AsAsync<PortalDbContext, CaseState>(CityCases.Officer, Desk.City, db => db.Declarations.Where(row => row.Id == id).Select(row => row.State).SingleAsync(Cancellation)));
        AssertExplains(await city.AsAsync<PortalDbContext, string>(
            CityCases.Officer, Desk.City, db => db.ProcessEvents.Where(row => row.DeclarationId == id && row.Kind == nameof(EventKind.ListingBarred)).Select(row => row.Summary).SingleAsync(Cancellation)));
    }

    private static void AssertExplains(string text)
    {
        Assert.Contains(Ground, text, StringComparison.Ordinal);
        Assert.Contains(Day, text, StringComparison.Ordinal);
    }

    /// <summary>The removed unit of the demonstration is the organisation.</summary>
    private static Task RemoveAsync(PortalDatabase database, string organisation) => ExecuteAsync(
        database, $"update green_unit u set credit_code = o.credit_code from organisation o where o.municipality_id = u.municipality_id and u.state = 'Removed' and o.name = '{organisation}'");

    private static Task RestoreAsync(PortalDatabase database) => ExecuteAsync(database, "update green_unit set credit_code = '91500100DEM6000600' where state = 'Removed'");

    private static async Task ExecuteAsync(PortalDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
    }
}
