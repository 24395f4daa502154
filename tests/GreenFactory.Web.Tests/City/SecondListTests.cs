using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
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
        var (lead, stale) = (await host.SignInAsync(CityCases.Lead), await host.SignInAsync(CityCases.Lead));
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

    private static async Task PublishAsync(Browser lead, string batch)
    {
        await lead.GetAsync("/city/publication");
        var answer = await lead.SubmitAsync(
            "form[action*='Publish']", new() { ["Input.Title"] = $"2026年度市级绿色工厂名单（{batch}）", ["Input.DocumentNumber"] = "渝经信〔2026〕99号" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await lead.GetAsync("/city/publication");
    }
}
