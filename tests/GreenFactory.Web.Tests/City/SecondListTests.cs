using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using GreenFactory.Domain.Honours;
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
        await ANumberBelongsToOneDocumentAsync(lead);
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

    /// <summary>The number of the first list is refused for the second however it is written, with the list that carries it; the database refuses it too.</summary>
    private async Task ANumberBelongsToOneDocumentAsync(Browser lead)
    {
        await lead.GetAsync("/city/publication");
        await lead.SubmitAsync("form[action*='Publish']", new() { ["Input.Title"] = "2026年度市级绿色工厂名单（第二批）", ["Input.DocumentNumber"] = "渝经信[２０２６]第99\u200B(第一批)" });
        var said = Assert.Single(lead.Page.QuerySelectorAll(".gf-errsum li")).TextContent.Trim();
        Assert.Equal(HonourErrors.NumberTaken("渝经信〔2026〕99号（第一批）", "2026年度市级绿色工厂名单（第一批）", DateOnly.ParseExact(Regex.Match(said, @"\d{4}-\d\d-\d\d").Value, "yyyy-MM-dd", null)).Message, said);
        Assert.Equal("2026年度市级绿色工厂名单（第二批）", lead.Page.QuerySelector("[name='Input.Title']")!.GetAttribute("value"));

        await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
        await using var again = source.CreateCommand(
            "insert into publication select (jsonb_populate_record(row, jsonb_build_object('id', gen_random_uuid(), 'notice_id', null))).* from publication row limit 1");
        Assert.Equal(PostgresErrorCodes.UniqueViolation, (await Assert.ThrowsAsync<PostgresException>(() => again.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))).SqlState);
    }

    [Fact]
    public async Task Words_beside_no_decision_stay_on_the_page_while_the_others_are_decided()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        var city = new CityCases(host.Services, cancellation);
        var (open, decided) = (await city.AssessAsync("重庆未作结论厂"), await city.AssessAsync("重庆已作结论厂"));
        var reported = await city.ReportAsync("重庆逐项审查厂");
        var lead = await host.SignInAsync(CityCases.Lead);
        await lead.GetAsync("/city/ranking");
        var decision = RowsLeftOpen(lead);
        decision[$"{RowOf(lead, open)}.Reason"] = "等待复核用能数据。";
        decision[$"{RowOf(lead, decided)}.Shortlist"] = "false";
        decision["Common.Out"] = "名次在名额外。";
        Assert.Equal(HttpStatusCode.OK, (await lead.SubmitAsync("form[action*='Decide']", decision)).StatusCode);
        Assert.Contains("不入围 1 家", lead.Text, StringComparison.Ordinal);
        Assert.Contains("重庆未作结论厂：填写了理由，没有选择结论", lead.Text, StringComparison.Ordinal);
        Assert.Equal("等待复核用能数据。", lead.Page.QuerySelector($"[name='{RowOf(lead, open)}.Reason']")!.GetAttribute("value"));
        Assert.DoesNotContain(lead.Page.QuerySelectorAll("form[action*='Decide'] th"), row => row.TextContent.Contains("重庆已作结论厂", StringComparison.Ordinal));
        await lead.GetAsync("/city/ranking");
        Assert.DoesNotContain("不入围 1 家", lead.Text, StringComparison.Ordinal);

        decision = RowsLeftOpen(lead);
        decision[$"{RowOf(lead, open)}.Shortlist"] = "false";
        decision[$"{RowOf(lead, open)}.Reason"] = "用能数据复核属实，名次在名额外。";
        decision["Common.In"] = "名次在名额内。";
        using var byScript = await ByScriptAsync(lead, "form[action*='Decide']", decision);
        Assert.Equal(HttpStatusCode.NoContent, byScript.StatusCode);
        Assert.Equal("Common.In", Assert.Single(byScript.Headers.GetValues("X-Gf-Left")));
        await ACheckKeptByHalvesAsync(reported);
    }

    /// <summary>What is said of an item without a verdict, and the reason of a decision to come, are no part of what 保存 keeps; the page says so and holds them.</summary>
    private async Task ACheckKeptByHalvesAsync(DeclarationId reported)
    {
        var officer = await host.SignInAsync(CityCases.Officer);
        await officer.GetAsync($"/city/cases/{reported.Value}/compliance");
        Dictionary<string, string> words = new() { ["Input.Items[0].Verdict"] = "Ok", ["Input.Items[2].Remark"] = "待区县补盖公章。", ["Input.Reason"] = "材料不齐。", ["outcome"] = "Keep" };
        using var byScript = await ByScriptAsync(officer, "main form[data-keep]", words);
        Assert.Equal("Input.Items[2].Remark Input.Reason", Assert.Single(byScript.Headers.GetValues("X-Gf-Left")));
        await officer.GetAsync($"/city/cases/{reported.Value}/compliance");
        await officer.SubmitAsync("main form[data-keep]", words);
        Assert.Contains("第 3 项填写了说明、没有选择结论，没有保存", officer.Text, StringComparison.Ordinal);
        Assert.Equal(["待区县补盖公章。", "材料不齐。"], new[] { "Input.Items[2].Remark", "Input.Reason" }.Select(name => officer.Page.QuerySelector($"[name='{name}']")!.TextContent.Trim()));
        await officer.GetAsync($"/city/cases/{reported.Value}/compliance");
        Assert.NotNull(officer.Page.QuerySelector("[name='Input.Items[0].Verdict'][value='Ok'][checked]"));
    }

    private static string RowOf(Browser lead, DeclarationId id) =>
        lead.Page.QuerySelector($"form[action*='Decide'] input[value='{id.Value}']")!.GetAttribute("name")!.Replace(".Id", "", StringComparison.Ordinal);

    private static Dictionary<string, string> RowsLeftOpen(Browser lead) =>
        lead.Page.QuerySelectorAll("form[action*='Decide'] select").ToDictionary(select => select.GetAttribute("name")!, _ => "");

    /// <summary>Sends a form as keep.js does.</summary>
    private static async Task<HttpResponseMessage> ByScriptAsync(Browser person, string form, Dictionary<string, string> values)
    {
        var element = person.Page.QuerySelector(form)!;
        var held = element.QuerySelectorAll("input[type=hidden], textarea").ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? field.TextContent);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(element.GetAttribute("action") is { Length: > 0 } action ? action : person.Address, UriKind.Relative));
        request.Headers.Add("X-Requested-With", "greenfactory");
        request.Content = new FormUrlEncodedContent(held.Where(field => !values.ContainsKey(field.Key)).Concat(values));
        return await person.Client.SendAsync(request, TestContext.Current.CancellationToken);
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
            "form[action*='Publish']", new() { ["Input.Title"] = $"2026年度市级绿色工厂名单（{batch}）", ["Input.DocumentNumber"] = $"渝经信〔2026〕99号（{batch}）" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await lead.GetAsync("/city/publication");
    }
}
