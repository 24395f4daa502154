using GreenFactory.Application.Assessments;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Web.Tests.City;

/// <summary>The second year begins while cases of the first are open: nothing of either is hidden, and nothing is decided in the wrong one.</summary>
public sealed class TwoYearsTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>A unit that is named in both years.</summary>
    private const string EveryYear = "重庆两年都评厂";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_list_names_its_year_shows_the_open_one_and_leads_to_what_waits_in_the_other()
    {
        var city = new CityCases(host.Services, Cancellation);
        await host.SetTimeAsync(PortalDatabase.Start);
        var first = await city.AssessAsync(EveryYear);
        await city.AssignAsync(await city.PassAsync("重庆头年评审厂"), "expert1@city.example");
        await city.ReportAsync("重庆头年报送厂");
        var asked = new DistrictReview(host.Services, await new CaseBuilder(host.Services).ForNewOrganisation("重庆头年初审厂").SubmitAsync(Cancellation), Cancellation);
        await asked.TakeAsync();
        Assert.True((await asked.AskAsync()).Succeeded);
        await SecondYear.AddAsync(host.Database.OwnerConnectionString, Cancellation);
        await host.SetTimeAsync(SecondYear.Start);
        var second = await city.AssessAsync(EveryYear);
        await city.AssignAsync(await city.PassAsync("重庆次年评审厂"), "expert1@city.example");
        await city.ReportAsync("重庆次年报送厂");
        var next = new DistrictReview(host.Services, await new CaseBuilder(host.Services).ForNewOrganisation("重庆次年初审厂").SubmitAsync(Cancellation), Cancellation);
        await next.TakeAsync();
        Assert.True((await next.AskAsync()).Succeeded);

        var officer = await host.SignInAsync(CityCases.Officer);
        await ShowsAsync(officer, "/city", "3 件未办结", null);
        await ShowsAsync(officer, "/city/cases", "3 件未办结", "报送厂");
        await ShowsAsync(officer, "/city/compliance", "3 件未办结", "报送厂");
        await ShowsAsync(officer, "/city/panels", "3 件未办结", "评审厂");
        await ShowsAsync(officer, "/city/ranking", "3 件未办结", null);
        await ShowsAsync(officer, "/city/notices", "3 件未办结", null);
        await ShowsAsync(officer, "/city/publication", "3 件未办结", null);
        var district = await host.SignInAsync(DistrictReview.Officer);
        await ShowsAsync(district, "/district", "1 件未办结", "初审厂");
        await ShowsAsync(district, "/district/opinions", "1 件未办结", "初审厂");
        await ShowsAsync(district, "/district/visits", "1 件未办结", null);
        await ShowsAsync(district, "/district/recommendations", "1 件未办结", null);
        await ShowsAsync(await host.SignInAsync("tax@fuling.example"), "/departments", "1 项待反馈", "初审厂");
        await ShowsAsync(await host.SignInAsync("expert1@city.example"), "/experts", "1 项未完成", "评审厂");
        await NoticesAndListsAsync(city, first, second, officer);
        await host.SetTimeAsync(SecondYear.Start.AddDays(1));
        await TheLeadsOwnUnitAsync(city, await city.AssessAsync("重庆次年负责人旧厂"));
    }

    [Fact]
    public void The_campaign_of_a_list_is_the_open_one_then_the_last_begun_then_the_next()
    {
        var (old, late) = (Of(2026), Of(2027));
        Assert.Equal(old, CampaignChoice.Usual([late, old], old.OpensAt));
        Assert.Equal(old, CampaignChoice.Usual([late, old], late.OpensAt.AddTicks(-1)));
        Assert.Equal(late, CampaignChoice.Usual([old, late], late.OpensAt));
        Assert.Equal(late, CampaignChoice.Usual([old, late], late.DistrictDeadline));
        Assert.Equal(old, CampaignChoice.Usual([late, old], old.OpensAt.AddDays(-1)));
        Assert.Null(CampaignChoice.Usual([], old.OpensAt));
    }

    /// <summary>The lead decides, quotes and notices each year by itself; both notices stand at once and the earlier one is published.</summary>
    private async Task NoticesAndListsAsync(CityCases city, DeclarationId first, DeclarationId second, Browser officer)
    {
        var lead = await host.SignInAsync(CityCases.Lead);
        await lead.GetAsync("/city/ranking?year=2026");
        await lead.SubmitAsync("form[action*='Quota']", new() { ["Input.Places"] = "1", ["Input.Reason"] = "通知名额" });
        var (old, latest) = (await RankingAsync(city, 2026), await RankingAsync(city, 2027));
        Assert.Equal((1, null), (old.Places, latest.Places));
        Assert.Equal([[first], [second]], new[] { old, latest }.Select(ranking => ranking.Cases.Select(row => row.Place.Entry.Declaration)));

        var decided = await city.AsAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync([new SelectionItem(first, true, "名次在名额内"), new SelectionItem(second, true, "名次在名额内")], Cancellation));
        Assert.All(decided, outcome => Assert.Empty(outcome.Errors));
        foreach (var year in new[] { 2026, 2027 })
        {
            await lead.GetAsync($"/city/notices?year={year}");
            await lead.FollowAsync(await lead.SubmitAsync("form[action*='Open']", new() { ["Input.Title"] = $"{year}年度拟入围名单公示" }));
            Assert.Contains("公示已开启", lead.Text, StringComparison.Ordinal);
            Assert.Contains($"{year}年度拟入围名单公示", lead.Text, StringComparison.Ordinal);
        }

        await host.SetTimeAsync(SecondYear.Start.AddDays(30));
        foreach (var (path, form, whose) in new[] { ("/city/publication", "Publish", "由市级负责人签名发布"), ("/city/notices", "Open", "由市级负责人开启"), ("/city/ranking", "Quota", "由市级负责人作出") })
        {
            await officer.GetAsync($"{path}?year=2026");
            Assert.Null(officer.Page.QuerySelector($"form[action*='{form}']"));
            Assert.Contains(whose, officer.Text, StringComparison.Ordinal);
            await lead.GetAsync($"{path}?year=2026");
            Assert.NotNull(lead.Page.QuerySelector($"form[action*='{form}']"));
        }

        await PublishAsync(lead, 2026);
        var list = await city.AsPublicAsync<NoticeListQuery, NoticeList>(query => query.ListAsync(null, Cancellation));
        Assert.Equal([(2027, true), (2026, false)], list.Notices.OrderByDescending(row => row.Year).Select(row => (row.Year, row.ClosedAt is null)));

        var anybody = host.OpenBrowser();
        await anybody.GetAsync("/notices");
        Assert.Contains("2026 年度", anybody.Text, StringComparison.Ordinal);
        Assert.Contains("2027年度拟入围名单公示", anybody.Text, StringComparison.Ordinal);
        await anybody.GetAsync("/notices?year=2026");
        Assert.Contains("2026年度市级绿色工厂名单", anybody.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("2027年度拟入围名单公示", anybody.Text, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await anybody.GetAsync("/notices?year=1999")).StatusCode);

        await PublishAsync(lead, 2027);
        await anybody.GetAsync("/verify?code=2026-F-001");
        Assert.Contains("已由新证书代替", anybody.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("核验通过", anybody.Text, StringComparison.Ordinal);
        var current = anybody.Page.QuerySelectorAll("main a").First(link => link.TextContent == "2027-F-001");
        await anybody.GetAsync(current.GetAttribute("href")!);
        Assert.Contains("核验通过", anybody.Text, StringComparison.Ordinal);
        Assert.Contains(EveryYear, anybody.Text, StringComparison.Ordinal);
    }

    /// <summary>A lead who once worked for a unit is not offered the decision on it, and reads why; the use case refuses it likewise.</summary>
    private async Task TheLeadsOwnUnitAsync(CityCases city, DeclarationId own)
    {
        await using (var scope = PersonScope.OpenSystem(host.Services))
        {
            var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
            var declaration = await db.Declarations.SingleAsync(row => row.Id == own, Cancellation);
            var person = new UserId(await db.Users.Where(row => row.Email == CityCases.Lead).Select(row => row.Id).SingleAsync(Cancellation));
            var unit = await db.Organisations.SingleAsync(row => row.Id == declaration.OrganisationId, Cancellation);
            var former = Membership.ForOrganisation(new MembershipId(Guid.CreateVersion7()), unit, person, "程立", Role.ApplicantEditor, PortalDatabase.Start);
            former.End(PortalDatabase.Start);
            db.Add(former);
            await db.SaveChangesAsync(Cancellation);
        }

        var lead = await host.SignInAsync(CityCases.Lead);
        await lead.GetAsync("/city/ranking?year=2027");
        Assert.Contains("与本人有关联的案件：重庆次年负责人旧厂", lead.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Value.ToString(), lead.Page.QuerySelectorAll("form input").Select(input => input.GetAttribute("value")));
        var outcome = await city.AsAsync<DecideSelectionHandler, IReadOnlyList<SelectionOutcome>>(
            CityCases.Lead, Desk.City, handler => handler.HandleAsync([new SelectionItem(own, true, "名次在名额内")], Cancellation));
        Assert.Equal([DeclarationErrors.GuardNotMet(CaseGuard.FourEyes)], outcome[0].Errors);
    }

    private static async Task PublishAsync(Browser lead, int year)
    {
        await lead.GetAsync($"/city/publication?year={year}");
        Assert.Contains($"{year}年度拟入围名单公示", lead.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{4053 - year}年度拟入围名单公示", lead.Text, StringComparison.Ordinal);
        await lead.FollowAsync(await lead.SubmitAsync("form[action*='Publish']", new() { ["Input.Title"] = $"{year}年度市级绿色工厂名单", ["Input.DocumentNumber"] = $"渝经信〔{year}〕9号" }));
        Assert.Contains("名单已发布", lead.Text, StringComparison.Ordinal);
    }

    /// <summary>The page names 2027 and only lists its cases, says what waits in 2026, and leads to a page of which the reverse is true.</summary>
    private static async Task ShowsAsync(Browser browser, string path, string open, string? unit)
    {
        await browser.GetAsync(path);
        Assert.Contains("2027 年度", browser.Page.QuerySelector(".gf-campaign b")?.TextContent, StringComparison.Ordinal);
        var link = browser.Page.QuerySelector(".gf-campaign__open a");
        Assert.Equal($"2026 年度还有 {open}", link?.TextContent);
        Lists(browser, unit, "重庆次年", "重庆头年");
        await browser.GetAsync(link!.GetAttribute("href")!);
        Assert.Contains("2026 年度", browser.Page.QuerySelector(".gf-campaign b")?.TextContent, StringComparison.Ordinal);
        Lists(browser, unit, "重庆头年", "重庆次年");
    }

    private static void Lists(Browser browser, string? unit, string own, string other)
    {
        Assert.DoesNotContain(other, browser.Text, StringComparison.Ordinal);
        if (unit is not null)
        {
            Assert.Contains(own + unit, browser.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<RuleSetRanking> RankingAsync(CityCases city, int year)
    {
        var campaign = await city.AsAsync<CampaignChoiceReader, Campaign?>(CityCases.Officer, Desk.City, reader => reader.FindAsync(year, Cancellation));
        return Assert.Single(await city.AsAsync<RankingQuery, IReadOnlyList<RuleSetRanking>>(CityCases.Officer, Desk.City, query => query.ReadAsync(campaign!.Id, Cancellation)));
    }

    private static Campaign Of(int year) => Campaign.Create(
        new CampaignId(Guid.NewGuid()), PortalSeeder.Chongqing.Id, year, year - 1, $"{year}年度", "通知", new DateTimeOffset(year, 6, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(year, 7, 25, 0, 0, 0, TimeSpan.Zero), 7);
}
