using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GreenFactory.Domain.Shared;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Npgsql;
using Xunit;

namespace GreenFactory.Web.Tests.City;

/// <summary>The lead publishes two lists in one year on the page of the city, and everybody finds both.</summary>
public sealed class SecondListTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task The_second_list_of_the_year_goes_on_with_the_numbers_and_a_stale_page_is_told()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        var city = new CityCases(host.Services, cancellation);
        var lists = new PublishedLists(city, host.SetTimeAsync, cancellation);
        var (one, two) = (await city.AssessAsync("重庆头批厂"), await city.AssessAsync("重庆二批厂"));

        await lists.NoticeAsync(one);
        await WhatIsShownOfTheNoticeAsync(one, two);
        var (lead, stale) = (await host.SignInAsync(CityCases.Lead), await host.SignInAsync(CityCases.Lead));
        await stale.GetAsync("/city/notices");
        Assert.Contains("公示期满", stale.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("公示中", stale.Text, StringComparison.Ordinal);
        await stale.GetAsync("/city/publication");
        await PublishAsync(lead, "第一批");
        await lists.NoticeAsync(two);
        await PublishAsync(lead, "第二批");
        Assert.Contains("名单已发布", lead.Text, StringComparison.Ordinal);

        await stale.SubmitAsync("form[action*='Publish']", new() { ["Input.Title"] = "2026年度市级绿色工厂名单", ["Input.DocumentNumber"] = "渝经信〔2026〕99号" });
        Assert.Contains("已由他人发布", stale.Text, StringComparison.Ordinal);

        var browser = host.OpenBrowser();
        await browser.GetAsync("/verify?code=2026-F-002");
        Assert.Contains("核验通过", browser.Text, StringComparison.Ordinal);
        Assert.Contains("重庆二批厂", browser.Text, StringComparison.Ordinal);
        await WhatTheUnitWasHeldToAsync(browser);
        var keys = await browser.Client.GetFromJsonAsync<JsonElement>(new Uri("/.well-known/greenfactory-keys.json", UriKind.Relative), cancellation);
        var key = keys.GetProperty("keys").EnumerateArray().First(row => row.GetProperty("use").GetString() == "Lists").GetProperty("fingerprint").GetString()!;
        Assert.Contains(key, browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("private", keys.GetRawText(), StringComparison.OrdinalIgnoreCase);
        await browser.GetAsync("/notices");
        var list = browser.Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!).First(link => link.Contains("/publications/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(list)).StatusCode);
        Assert.Contains("2026-F-002", browser.Text, StringComparison.Ordinal);
        Assert.Contains(key, browser.Text, StringComparison.Ordinal);
    }

    /// <summary>The page of the unit says the levels of its product, as the signed list does, and nothing of what the unit itself uses.</summary>
    private static async Task WhatTheUnitWasHeldToAsync(Browser browser)
    {
        var verification = browser.Text;
        await browser.GetAsync("/register?q=" + Uri.EscapeDataString("重庆二批厂"));
        await browser.GetAsync(browser.Page.QuerySelector(".gf-regt tbody a")!.GetAttribute("href")!);
        var product = Assert.Single(browser.Page.QuerySelectorAll("#levels tbody tr")).TextContent;
        Assert.Contains("引领值 100、基准值 107、限定值 117 kgce/t", product, StringComparison.Ordinal);
        Assert.Contains("4.57", product, StringComparison.Ordinal);
        Assert.Contains("无法判定", product, StringComparison.Ordinal);
        Assert.Contains("未与标准原文核对，核对之前不作结论", product, StringComparison.Ordinal);
        Assert.DoesNotContain("103", product, StringComparison.Ordinal);
        Assert.Contains("\"baseline\":\"107\"", verification, StringComparison.Ordinal);
        await browser.GetAsync("/verify?code=2026-F-002");
    }

    /// <summary>The notice names rule sets as people do and counts what is too long; a score that was altered is not shown to the city.</summary>
    private async Task WhatIsShownOfTheNoticeAsync(DeclarationId noticed, DeclarationId altered)
    {
        var browser = host.OpenBrowser();
        await browser.GetAsync("/notices");
        await browser.GetAsync(browser.Page.QuerySelector(".gf-notice h2 a")!.GetAttribute("href")!);
        Assert.Matches("签名密钥的指纹 *[0-9a-f]{64}", browser.Text);
        Assert.DoesNotContain("gbt36132", browser.Text, StringComparison.Ordinal);
        Assert.Contains("绿色工厂评价通则", browser.Page.QuerySelector("main tbody .gf-num small")!.TextContent, StringComparison.Ordinal);

        var lead = await host.SignInAsync(CityCases.Lead);
        await lead.GetAsync("/city/publication");
        Assert.DoesNotContain("gbt36132", lead.Text, StringComparison.Ordinal);
        await AlterAsync(altered, "alter table frozen_score disable trigger user; create table kept_score as select * from frozen_score; update frozen_score set total = 99.99 where party = 'Final' and declaration_id = ");
        await lead.GetAsync($"/city/cases/{altered.Value}");
        Assert.Contains("不显示得分", lead.Text, StringComparison.Ordinal);
        Assert.Null(lead.Page.QuerySelector("main .gf-total"));
        Assert.DoesNotContain("99.99", lead.Text, StringComparison.Ordinal);
        await lead.GetAsync($"/city/cases/{noticed.Value}");
        Assert.NotNull(lead.Page.QuerySelector("main .gf-total"));
        await AlterAsync(altered, "update frozen_score s set total = k.total from kept_score k where k.id = s.id and s.declaration_id = ");
        await AlterAsync(altered, "drop table kept_score; alter table frozen_score enable trigger user; select ");
    }

    private async Task AlterAsync(DeclarationId id, string statement)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
        await using var command = source.CreateCommand($"{statement}'{id.Value}'");
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task PublishAsync(Browser lead, string batch)
    {
        await lead.GetAsync("/city/publication");
        var answer = await lead.SubmitAsync(
            "form[action*='Publish']", new() { ["Input.Title"] = $"2026年度市级绿色工厂名单（{batch}）", ["Input.DocumentNumber"] = "渝经信〔2026〕99号" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await lead.GetAsync("/city/publication");
    }
}
