using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Honours;

/// <summary>More than one list in a year, and more than one lead.</summary>
public sealed class SecondListTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_list_of_the_year_gets_the_next_numbers_and_does_not_list_twice_what_the_first_holds()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var lists = new PublishedLists(city, to => database.MoveClockAsync(to, Cancellation), Cancellation);
        var (one, two, park, again) = (await city.AssessAsync("重庆测试一厂"), await city.AssessAsync("重庆测试二厂"), await city.AssessParkAsync("重庆测试园区"), await city.AssessAsync("重庆测试再报厂"));

        var first = await lists.PublishAsync("2026年度市级绿色工厂名单（第一批）", one);
        Assert.Equal(["2026-F-001"], first.Units.Select(unit => unit.Row.CertificateNumber));
        // The unit that is declared once more is the one of the first list.
        await ExecuteAsync(database, "update green_unit u set credit_code = o.credit_code from organisation o where u.certificate_number = '2026-F-001' and o.name = '重庆测试再报厂'");

        var second = await lists.PublishAsync("2026年度市级绿色工厂名单（第二批）", two, park, again);
        Assert.Equal(["2026-F-002", "2026-P-001"], second.Units.Select(unit => unit.Row.CertificateNumber).Order());
        var repeated = Assert.Single(second.Differences);
        Assert.Equal("重庆测试再报厂", repeated.Name);
        Assert.Contains("2026-F-001", repeated.Explanation, StringComparison.Ordinal);
        Assert.Equal(
            CaseState.Published,
            await city.AsAsync<PortalDbContext, CaseState>(CityCases.Officer, Desk.City, db => db.Declarations.Where(row => row.Id == again).Select(row => row.State).SingleAsync(Cancellation)));
    }

    [Fact]
    public async Task Of_two_leads_who_publish_at_the_same_moment_one_succeeds_and_the_other_is_told()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var lists = new PublishedLists(city, to => database.MoveClockAsync(to, Cancellation), Cancellation);
        var notice = await lists.NoticeAsync(await city.AssessAsync("重庆测试三厂"), await city.AssessAsync("重庆测试四厂"));

        var outcomes = await Task.WhenAll(Task.Run(() => lists.TryPublishAsync("2026年度市级绿色工厂名单", notice), Cancellation), Task.Run(() => lists.TryPublishAsync("2026年度市级绿色工厂名单", notice), Cancellation));
        Assert.Equal("publication.already", Assert.Single(outcomes, outcome => !outcome.Succeeded).Error.Code);
        var published = Assert.Single(outcomes, outcome => outcome.Succeeded).Value;
        var page = await city.AsPublicAsync<PublicationQuery, PublicationPage?>(query => query.ReadAsync(published, Cancellation));
        Assert.Equal(["2026-F-001", "2026-F-002"], page!.Units.Select(unit => unit.Row.CertificateNumber));
    }

    [Fact]
    public async Task A_notice_whose_rows_or_scores_were_edited_is_not_published()
    {
        await using var database = await PortalDatabase.OpenAsync(Cancellation);
        var city = new CityCases(database.Services, Cancellation);
        var lists = new PublishedLists(city, to => database.MoveClockAsync(to, Cancellation), Cancellation);
        var notice = await lists.NoticeAsync(await city.AssessAsync("重庆测试五厂"));

        await ExecuteAsync(database, "alter table notice_row disable trigger user; update notice_row set points = 99.99");
        Assert.Equal("publication.row_changed", (await lists.TryPublishAsync("2026年度市级绿色工厂名单")).Error.Code);
        var shown = await city.AsPublicAsync<NoticeQuery, NoticePage?>(query => query.ReadAsync(notice, Cancellation));
        Assert.NotEqual(99.99m, Assert.Single(shown!.Rows).Row.Points);

        await ExecuteAsync(database, "update notice_row r set points = (select total from frozen_score s where s.declaration_id = r.declaration_id and s.party = 'Final')");
        await ExecuteAsync(database, "alter table frozen_score disable trigger user; update frozen_score set total = 99.99 where party = 'Final'");
        Assert.Equal("score.not_intact", (await lists.TryPublishAsync("2026年度市级绿色工厂名单")).Error.Code);

        await ExecuteAsync(database, "update notice_row set points = 0; alter table notice disable trigger user; update notice set document = replace(document, '测试五厂', '测试六厂')");
        Assert.Equal("publication.notice_broken", (await lists.TryPublishAsync("2026年度市级绿色工厂名单")).Error.Code);
        await ExecuteAsync(database, "alter table declaration disable trigger user; update declaration set state = 'Disqualified' where state = 'PublicNotice'");
        Assert.Equal(HonourErrors.DifferenceUnexplained("重庆测试五厂"), (await lists.TryPublishAsync("2026年度市级绿色工厂名单")).Error);
    }

    private static async Task ExecuteAsync(PortalDatabase database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
