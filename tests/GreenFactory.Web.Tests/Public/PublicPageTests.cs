using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Web.Tests.Public;

/// <summary>What the public face promises to somebody who has no account and no scripts.</summary>
public sealed partial class PublicPageTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string FactoryName = "重庆桐岭平板玻璃有限公司（演示）";
    private const int MostPages = 400;

    [Theory]
    [InlineData("/", "绿色工厂与绿色工业园区申报评审")]
    [InlineData("/notices", "公示与公告")]
    [InlineData("/register", "绿色制造名录查询")]
    [InlineData("/rules", "规则公开")]
    [InlineData("/verify", "核验")]
    [InlineData("/precheck", "申报前自查")]
    [InlineData("/precheck?kind=Park", "申报前自查")]
    [InlineData("/rules/gbt36132-2025/1.3.0/form", "绿色工厂申报表（空白）")]
    [InlineData("/objections", "异议查询")]
    [InlineData("/help", "帮助")]
    [InlineData("/help/scoring", "评分怎么算")]
    public async Task Every_public_page_opens_for_everybody_and_carries_its_heading(string path, string heading)
    {
        var browser = host.OpenBrowser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);
        Assert.Equal(heading, Assert.Single(browser.Page.QuerySelectorAll("h1")).TextContent.Trim());
    }

    /// <summary>
    /// One case and one deadline, seen by the public, its applicant and its district, from the first day through a recorded grace to the last hours: whoever shows
    /// what is left shows the same, and nobody calls over what goes on.
    /// </summary>
    [Fact]
    public async Task Days_left_are_the_same_on_every_page_that_shows_them()
    {
        await AtAsync(6, 9);
        var signer = await host.SignInAsync("signer@cement.example");
        var home = (await CementDeclaration.BeginAsync(signer)).Home;
        var officer = await host.SignInAsync("officer@fuling.example");
        Assert.Equal(["18 天", "18 天", "18 天"], await LeftAsync(signer, home, officer, host.OpenBrowser()));
        await AtAsync(24, 20);
        Assert.Equal(["4 小时", "4 小时", "4 小时"], await LeftAsync(signer, home, officer, host.OpenBrowser()));

        await AtAsync(6, 9);
        await using (var lead = await PersonScope.OpenAsync(host.Services, "lead@city.example", Desk.City, TestContext.Current.CancellationToken))
        {
            var district = await lead.ServiceProvider.GetRequiredService<PortalDbContext>().Districts.FirstAsync(row => row.Name == "涪陵区", TestContext.Current.CancellationToken);
            Assert.True((await lead.ServiceProvider.GetRequiredService<GrantGraceHandler>().HandleAsync(
                new GrantGrace(district.Id, new DateOnly(2026, 7, 31), "洪灾影响，推迟报送。"), TestContext.Current.CancellationToken)).Succeeded);
        }

        foreach (var (day, hour, left) in (IEnumerable<(int, int, string)>)[(6, 9, "25 天"), (26, 10, "5 天"), (31, 20, "4 小时")])
        {
            await AtAsync(day, hour);
            Assert.Equal([left, left], await LeftAsync(signer, home, officer, null));
            Assert.Contains("7月31日 24:00", officer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("已截止", officer.Text, StringComparison.Ordinal);
            await officer.GetAsync("/district/recommendations");
            Assert.Contains("7月31日 24:00", officer.Text, StringComparison.Ordinal);
            await signer.GetAsync(home);
            Assert.DoesNotContain("7月24日", signer.Text, StringComparison.Ordinal);
            await signer.GetAsync("/apply");
            Assert.Contains("7月31日 24:00", signer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("截止，平台不再受理", signer.Text, StringComparison.Ordinal);
        }

        await AtAsync(6, 9);
    }

    private Task AtAsync(int day, int hour) => host.SetTimeAsync(new DateTimeOffset(2026, 7, day, hour, 0, 0, TimeSpan.FromHours(8)));

    /// <summary>What the applicant's page of the case, the district's queue and, if asked, the home page show as left.</summary>
    private static async Task<IReadOnlyList<string>> LeftAsync(Browser signer, string home, Browser officer, Browser? visitor)
    {
        await signer.GetAsync(home);
        await officer.GetAsync("/district");
        List<string> left = [Left().Match(signer.Text).Groups[1].Value, Left().Match(officer.Text).Groups[1].Value];
        if (visitor is not null)
        {
            await visitor.GetAsync("/");
            left.Add(visitor.Page.QuerySelector(".gf-due__n")!.TextContent.Replace("天", " 天", StringComparison.Ordinal).Replace("小时", " 小时", StringComparison.Ordinal));
        }

        return left;
    }

    [GeneratedRegex(@"还有\s*([0-9]+ (?:天|小时))")]
    private static partial Regex Left();

    [Fact]
    public async Task Before_any_account_two_minutes_say_what_to_expect_what_to_bring_and_by_which_rules_and_store_nothing()
    {
        await host.SetTimeAsync(new DateTimeOffset(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        var browser = host.OpenBrowser();
        await browser.GetAsync("/precheck");
        await browser.SubmitAsync("main form", new() { ["Product"] = "减速机", ["Cultivated"] = "no" });
        var asked = browser.Page.QuerySelectorAll("fieldset[id^='ground-']").Select(field => field.Id!["ground-".Length..]).ToList();
        Assert.Equal(6, asked.Count);
        var faults = browser.Page.QuerySelectorAll("#error-summary a").ToList();
        Assert.Equal(7, faults.Count);
        Assert.All(faults, fault => Assert.NotNull(browser.Page.QuerySelector(fault.GetAttribute("href")!)));

        var answers = asked.ToDictionary(code => $"Grounds[{code}]", _ => "true");
        answers["Listed"] = "false";
        await browser.SubmitAsync("main form", answers);
        Assert.Contains("3453 齿轮及齿轮减、变速箱制造", browser.Text, StringComparison.Ordinal);
        Assert.Contains("没有发现不能申报的情形", browser.Text, StringComparison.Ordinal);
        Assert.Contains("先联系所在区县", browser.Text, StringComparison.Ordinal);
        Assert.Contains("2026年7月24日 24:00", browser.Text, StringComparison.Ordinal);
        var form = browser.Page.QuerySelector("main a[href$='/form']")!.GetAttribute("href")!;

        await browser.SubmitAsync("main form", new(answers) { [$"Grounds[{asked[3]}]"] = "false" });
        Assert.Contains("负面清单情形", Assert.Single(browser.Page.QuerySelectorAll("#outcome .gf-note--stop")).TextContent, StringComparison.Ordinal);
        await browser.SubmitAsync("main form", new(answers) { ["Product"] = "稻谷种植", ["Industry"] = "" });
        Assert.Contains("不是制造业", browser.Page.QuerySelector("#outcome .gf-note--stop")!.TextContent, StringComparison.Ordinal);
        Assert.Null(browser.Page.QuerySelector("main a[href$='/form']"));

        await browser.GetAsync(form);
        Assert.Contains("能源消费量", browser.Text, StringComparison.Ordinal);
        Assert.Contains("指标计算过程表", browser.Text, StringComparison.Ordinal);

        await browser.GetAsync("/precheck?kind=Park");
        var park = answers.Where(answer => answer.Key.StartsWith("Grounds", StringComparison.Ordinal)).ToDictionary();
        for (var i = 0; i < 5; i++)
        {
            park[$"Conditions[{i}]"] = i == 1 ? "false" : "true";
        }

        await browser.SubmitAsync("main form", new(park) { ["Listed"] = "false" });
        Assert.Contains("工业增加值占比超过 50%", browser.Page.QuerySelector("#outcome .gf-note--stop")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_page_counts_the_days_to_the_deadline_by_the_products_clock()
    {
        await host.SetTimeAsync(new DateTimeOffset(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        var browser = host.OpenBrowser();
        await browser.GetAsync("/");
        Assert.Equal("18天", browser.Page.QuerySelector(".gf-due__n")!.TextContent);
        Assert.Contains("7月24日 24:00", browser.Text, StringComparison.Ordinal);
        Assert.Equal(2, browser.Page.QuerySelectorAll(".gf-year__l .is-fix").Length);
    }

    [Fact]
    public async Task Every_link_of_the_public_face_leads_to_a_page()
    {
        var browser = host.OpenBrowser();
        var waiting = new Queue<string>(["/"]);
        var seen = new HashSet<string> { "/" };
        var broken = new List<string>();
        while (waiting.TryDequeue(out var path) && seen.Count < MostPages)
        {
            var answer = await browser.GetAsync(path);
            if (answer.StatusCode is HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/account/sign-in", StringComparison.Ordinal))
            {
                continue;
            }

            if (answer.StatusCode is not HttpStatusCode.OK)
            {
                broken.Add($"{(int)answer.StatusCode} {path}");
            }
            else if (answer.Content.Headers.ContentType?.MediaType is "text/html")
            {
                broken.AddRange(browser.Page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..])
                    .Where(place => browser.Page.GetElementById(place) is null).Select(place => $"no place #{place} on {path}"));
                foreach (var next in browser.Page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(seen.Add))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        Assert.Empty(broken);
        Assert.True(seen.Count > 30, $"only {seen.Count} pages were reached");
    }

    [Fact]
    public async Task Links_into_the_guide_find_their_place()
    {
        var browser = host.OpenBrowser();
        foreach (var (page, place) in new[] { ("applicant", "eligibility"), ("applicant", "negative"), ("applicant", "deadline"), ("applicant", "evidence") })
        {
            await browser.GetAsync($"/help/{page}");
            Assert.NotNull(browser.Page.GetElementById(place));
        }
    }

    [Theory]
    [InlineData("/register/00000000000000000000000000000001")]
    [InlineData("/notices/00000000000000000000000000000001")]
    [InlineData("/publications/00000000000000000000000000000001")]
    [InlineData("/announcements/00000000000000000000000000000001")]
    [InlineData("/rules/none/1")]
    [InlineData("/help/none")]
    [InlineData("/nowhere/at/all")]
    public async Task What_does_not_exist_is_a_page_that_says_so(string path)
    {
        var browser = host.OpenBrowser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(path)).StatusCode);
        Assert.Equal("没有找到这个页面", browser.Page.QuerySelector("h1")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_former_name_finds_its_unit_and_is_marked()
    {
        var browser = host.OpenBrowser();
        await browser.GetAsync("/register?q=" + Uri.EscapeDataString("澄岚复合"));
        var row = Assert.Single(browser.Page.QuerySelectorAll(".gf-regt tbody tr"));
        Assert.Contains("重庆澄岚玻璃纤维有限公司", row.TextContent, StringComparison.Ordinal);
        Assert.Equal("澄岚复合", row.QuerySelector("mark")!.TextContent);
    }

    [Fact]
    public async Task A_units_page_shows_its_certificate_with_a_code_that_leads_to_it()
    {
        var browser = host.OpenBrowser();
        await browser.GetAsync("/register?q=" + Uri.EscapeDataString(FactoryName[..6]));
        var path = browser.Page.QuerySelector(".gf-regt tbody a")!.GetAttribute("href")!;
        await browser.GetAsync(path);
        Assert.Equal(FactoryName, browser.Page.QuerySelector("h1")!.TextContent);
        var drawn = browser.Page.QuerySelector(".gf-qr svg")!.GetAttribute("aria-label")!;
        Assert.EndsWith(path, drawn, StringComparison.Ordinal);
        Assert.All(drawn[drawn.IndexOf("http", StringComparison.Ordinal)..], character => Assert.True(char.IsAscii(character), drawn));
        Assert.Contains("2023年12月18日", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/register?q=")]
    [InlineData("/verify?code=")]
    public async Task What_is_searched_for_is_shown_as_text_never_as_markup(string address)
    {
        var browser = host.OpenBrowser();
        await browser.GetAsync(address + Uri.EscapeDataString("<img src=x onerror=alert(1)>"));
        Assert.Null(browser.Page.QuerySelector("main img"));
        Assert.Contains("<img src=x onerror=alert(1)>", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_municipality_shows_nothing_of_another()
    {
        var browser = host.OpenBrowser();
        await browser.GetAsync("/m/yunzhou/register?q=" + Uri.EscapeDataString("重庆"));
        Assert.Empty(browser.Page.QuerySelectorAll(".gf-regt tbody tr"));
        Assert.Contains("云洲市工业和信息化局（演示）主办", browser.Page.Body!.TextContent, StringComparison.Ordinal);
        await browser.GetAsync("/register?q=" + Uri.EscapeDataString(FactoryName[..6]));
        var unit = browser.Page.QuerySelector(".gf-regt tbody a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/m/yunzhou" + unit)).StatusCode);
        Assert.DoesNotContain("重庆市经济和信息化委员会", browser.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_set_is_explained_with_its_hash_formulas_and_sources()
    {
        var browser = host.OpenBrowser();
        await browser.GetAsync("/rules");
        var path = browser.Page.QuerySelectorAll("main tbody a").Select(link => link.GetAttribute("href")!).Single(link => link.Contains("/gbt36132-2025/", StringComparison.Ordinal));
        await browser.GetAsync(path);
        Assert.Contains("“单位产品能源消耗限额”中所选", browser.Text, StringComparison.Ordinal);
        Assert.Contains("GB 16780-2021", browser.Text, StringComparison.Ordinal);
        Assert.Contains("市级通知附件 1 未取得", browser.Text, StringComparison.Ordinal);
        var answer = await browser.Client.GetAsync(new Uri("/api/v1" + path, UriKind.Relative), TestContext.Current.CancellationToken);
        var hash = answer.Headers.ETag!.Tag.Trim('"');
        Assert.Contains(hash, browser.Text, StringComparison.Ordinal);
        Assert.Equal(hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken))));
    }

    [Fact]
    public void Every_endpoint_has_a_policy_or_is_meant_for_everybody()
    {
        var endpoints = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().ToList();
        Assert.True(endpoints.Count > 20);
        Assert.Empty(endpoints
            .Where(endpoint => endpoint.Metadata.GetMetadata<IAuthorizeData>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Select(endpoint => endpoint.RoutePattern.RawText));
    }

    [Fact]
    public async Task A_public_page_may_be_kept_for_a_minute_and_sets_no_cookie()
    {
        var answer = await host.OpenBrowser().GetAsync("/help");
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.CacheControl!.MaxAge);
        Assert.True(answer.Headers.CacheControl.Public);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    /// <summary>What the register shows and what the verification says are of one moment, also in a browser that had both open before.</summary>
    [Theory]
    [InlineData("/register")]
    [InlineData("/verify")]
    [InlineData("/verify?code=2023-F-9001")]
    [InlineData("/notices")]
    public async Task A_page_that_speaks_from_signed_lists_is_asked_for_again_before_it_is_shown(string path)
    {
        var answer = await host.OpenBrowser().GetAsync(path);
        Assert.True(answer.Headers.CacheControl is { NoCache: true } or { NoStore: true }, answer.Headers.CacheControl?.ToString());
    }

    [Fact]
    public async Task A_file_that_is_no_signed_list_is_refused_in_words()
    {
        var browser = host.OpenBrowser();
        await browser.GetAsync("/verify");
        var token = browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var content = new MultipartFormDataContent
        {
            { new StringContent(token), "__RequestVerificationToken" },
            { new StringContent(JsonSerializer.Serialize(new { rows = new[] { new { name = "自称的单位" } } })), "Upload", "list.json" },
        };
        var answer = await browser.Client.PostAsync(new Uri("/verify", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Contains("平台没有发布过这份名单", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
