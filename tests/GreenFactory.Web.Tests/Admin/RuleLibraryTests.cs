using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GreenFactory.Application.Clock;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Admin;

/// <summary>The administrator's rule library: from a published version to the next one, by two people, in pages.</summary>
public sealed class RuleLibraryTests(PortalHost portal) : IClassFixture<PortalHost>
{
    private const string Clinker = "熟料单位产品综合能耗";

    [Fact]
    public async Task A_new_version_is_written_checked_and_published_by_two_people_and_what_is_mistyped_is_kept()
    {
        var author = await portal.SignInAsync("admin@city.example");
        var general = await OpenAsync(author, "gbt36132-2025");
        await author.SubmitAsync("form[action*='handler=Draft']", new() { ["Version"] = "第二版" });
        Assert.Contains("1.1.0 这样的形式", author.Text, StringComparison.Ordinal);
        Assert.Equal("第二版", author.Page.QuerySelector<IHtmlInputElement>("#Version")!.Value);
        await author.FollowAsync(await author.SubmitAsync("form[action*='handler=Draft']", new() { ["Version"] = "1.4.0" }));
        Assert.Contains("草稿已建立", author.Text, StringComparison.Ordinal);
        var draft = author.Page.QuerySelector<IHtmlAnchorElement>("a[href*='/admin/rules/edit/']")!.PathName.Replace("/edit/", "/version/", StringComparison.Ordinal);

        await EditAsync(author, draft, "一百一十四");
        Assert.Contains("“一百一十四”不是数字", author.Text, StringComparison.Ordinal);
        Assert.Equal("一百一十四", Level2(author).Value);
        await author.FollowAsync(await author.SubmitAsync("form[method=post]:has(table)", new() { [Level2(author).Name!] = "１１４" }));
        Assert.Contains("改动 1 处", author.Text, StringComparison.Ordinal);

        await author.GetAsync(draft);
        await author.SubmitAsync("form[action*='handler=Check']");
        Assert.Contains("检查没有通过", author.Text, StringComparison.Ordinal);
        await author.SubmitAsync("form[action*='handler=Accept']", new() { ["Reason"] = "对" });
        Assert.Contains("请写明理由，5 至 500 字", author.Text, StringComparison.Ordinal);
        for (var i = 0; i < 12 && author.Page.QuerySelector("form[action*='handler=Accept']") is not null; i++)
        {
            await author.FollowAsync(await author.SubmitAsync("form[action*='handler=Accept']", new() { ["Reason"] = "按新的基准值手工核算" }));
        }

        await author.FollowAsync(await author.SubmitAsync("form[action*='handler=Check']"));
        Assert.Contains("检查通过", author.Text, StringComparison.Ordinal);
        Assert.Null(author.Page.QuerySelector("form[action*='handler=Publish']"));
        Assert.Contains("您参与过编制", author.Text, StringComparison.Ordinal);

        var second = await portal.SignInAsync("admin2@city.example");
        await second.GetAsync(draft);
        await second.FollowAsync(await second.SubmitAsync("form[action*='handler=Publish']"));
        Assert.Contains("已发布，可以在批次中选用", second.Text, StringComparison.Ordinal);
        Assert.Null(second.Page.QuerySelector("a[href*='/admin/rules/edit/']"));
        await second.GetAsync($"/Admin/Rules/Diff?from={IdOf(general)}&to={IdOf(draft)}");
        Assert.Equal("107", second.Page.QuerySelectorAll("tr").Single(row => row.TextContent.Contains(Clinker, StringComparison.Ordinal)).QuerySelector("del")!.TextContent);
        await second.GetAsync("/Admin/Log");
        Assert.Contains("发布“", second.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await portal.OpenBrowser().GetAsync("/rules/gbt36132-2025/1.4.0")).StatusCode);
    }

    [Fact]
    public async Task A_file_is_read_dry_first_with_the_line_of_every_mistake_and_becomes_a_draft_when_it_is_right()
    {
        var admin = await portal.SignInAsync("admin@city.example");
        var version = await OpenAsync(admin, "industry-24-cement");
        var json = await (await admin.GetAsync($"{version}?handler=Json")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        await UploadAsync(admin, json.Replace("\"version\":\"1.3.0\"", "\"version\":\"1.3.1\",\"verson\":\"1\"", StringComparison.Ordinal));
        Assert.Contains("不能存为草稿", admin.Text, StringComparison.Ordinal);
        Assert.Contains("verson", admin.Text, StringComparison.Ordinal);
        Assert.Null(admin.Page.QuerySelector("form[action*='handler=Keep']"));
        await UploadAsync(admin, "不是规则集");
        Assert.Contains("不能存为草稿", admin.Text, StringComparison.Ordinal);

        await UploadAsync(admin, json.Replace("\"version\":\"1.3.0\"", "\"version\":\"1.3.1\"", StringComparison.Ordinal));
        Assert.Contains("1 处变化", admin.Text, StringComparison.Ordinal);
        await admin.FollowAsync(await admin.SubmitAsync("form[action*='handler=Keep']"));
        Assert.Contains("已存为草稿", admin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_compared_with_a_page_of_their_standard_by_two_people_and_pages_say_which()
    {
        const string unconfirmed = "转录自公开资料，未与标准原文核对";
        var first = await portal.SignInAsync("admin@city.example");
        await first.GetAsync("/Admin/Values");
        var standard = first.Page.QuerySelectorAll<IHtmlAnchorElement>("tbody a").Single(link => link.TextContent.StartsWith("GB 16780-2021", StringComparison.Ordinal)).GetAttribute("href")!;
        await first.GetAsync(standard);
        Assert.Contains("表列值 + 以百分点计的（水泥中熟料比例 − 75%） × 1.1", first.Text, StringComparison.Ordinal);
        await first.UploadAsync("form[enctype]", "Scan", "第3页.pdf", SmallPdf.Saying("GB 16780-2021 page 3"));
        Assert.Contains("请写明数值在原文的页码", first.Text, StringComparison.Ordinal);
        var checkedRows = first.Page.QuerySelectorAll<IHtmlInputElement>("input[name=Rows]").Count(box => box.IsChecked);
        Assert.Equal(5, checkedRows);
        var row = first.Page.QuerySelectorAll<IHtmlInputElement>("input[name=Rows]").First(box => box.ParentElement!.TextContent.Contains("水泥单位产品综合能耗", StringComparison.Ordinal)).Value;
        await first.FollowAsync(await first.UploadAsync(
            "form[enctype]", new() { ["Rows"] = row, ["Clause"] = "表 1 和 5.3", ["Leaf"] = "第 3 页" }, ("Scan", "第3页.pdf", SmallPdf.Saying("GB 16780-2021 page 3"))));
        Assert.Contains("核对人不能复核自己的记录", first.Text, StringComparison.Ordinal);
        Assert.Null(first.Page.QuerySelector("form[action*='handler=Confirm']"));
        Assert.DoesNotContain("已与标准原文核对", await MarksAsync(), StringComparison.Ordinal);

        var auditor = await portal.SignInAsync("audit@city.example");
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync(standard)).StatusCode);
        Assert.Empty(auditor.Page.QuerySelectorAll("main form[method=post] button"));
        var second = await portal.SignInAsync("admin2@city.example");
        await second.GetAsync(standard);
        Assert.Equal(HttpStatusCode.OK, (await second.GetAsync(second.Page.QuerySelector("a[href*='handler=Scan']")!.GetAttribute("href")!)).StatusCode);
        await second.GetAsync(standard);
        await second.FollowAsync(await second.SubmitAsync("form[action*='handler=Confirm']"));
        Assert.Contains("已核对（表 1 和 5.3，第 3 页）", second.Text, StringComparison.Ordinal);
        Assert.Contains("已与标准原文核对（表 1 和 5.3，第 3 页）", await MarksAsync(), StringComparison.Ordinal);
        Assert.Contains(unconfirmed, await MarksAsync(), StringComparison.Ordinal);

        async Task<string> MarksAsync()
        {
            // Signed in: what everybody sees is kept for a minute.
            var reader = await portal.SignInAsync("lead@city.example");
            await reader.GetAsync("/rules/gbt36132-2025/1.3.0");
            return reader.Text;
        }
    }

    [Fact]
    public async Task Before_a_campaign_opens_the_administrator_is_reminded_of_targets_that_are_still_examples()
    {
        const string reminder = "仍是示例，不是官方目标，不能作为评价依据：";
        await portal.SetTimeAsync(ChinaTime.At(2026, 5, 20, 9).ToUniversalTime());
        var admin = await portal.SignInAsync("admin@city.example");
        await admin.GetAsync("/Admin/Campaigns");
        Assert.Contains(reminder, admin.Text, StringComparison.Ordinal);
        Assert.Contains("单位产值综合能耗", admin.Text, StringComparison.Ordinal);

        await portal.SetTimeAsync(PortalDatabase.Start);
        admin = await portal.SignInAsync("admin@city.example");
        await admin.GetAsync("/Admin/Campaigns");
        Assert.DoesNotContain(reminder, admin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_library_is_closed_to_others_and_read_only_for_auditors()
    {
        var admin = await portal.SignInAsync("admin@city.example");
        var version = await OpenAsync(admin, "park-2026");
        var auditor = await portal.SignInAsync("audit@city.example");
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync(version)).StatusCode);
        Assert.Empty(auditor.Page.QuerySelectorAll("main form[method=post]"));
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync("/Admin/Rules/Import")).StatusCode);

        var officer = await portal.SignInAsync("lead@city.example");
        foreach (var path in (string[])["/Admin/Rules", version, "/Admin/Rules/Import"])
        {
            Assert.Equal(HttpStatusCode.Redirect, (await portal.OpenBrowser().GetAsync(path)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.FollowAsync(path)).StatusCode);
        }
    }

    private static async Task<string> OpenAsync(Browser browser, string id)
    {
        await browser.GetAsync($"/Admin/Rules?words={id}");
        var path = browser.Page.QuerySelector<IHtmlAnchorElement>("tbody a[href*='/admin/rules/version/']")!.PathName;
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(path)).StatusCode);
        return path;
    }

    private static async Task EditAsync(Browser browser, string version, string typed)
    {
        var edit = version.Replace("/version/", "/edit/", StringComparison.Ordinal);
        await browser.GetAsync($"{edit}?part=energy_limit&words={Clinker}");
        await browser.SubmitAsync("form[method=post]:has(table)", new() { [Level2(browser).Name!] = typed });
    }

    private static IHtmlInputElement Level2(Browser browser) => browser.Page.QuerySelectorAll<IHtmlInputElement>("tbody input").Single(input => input.Name!.EndsWith(":level2]", StringComparison.Ordinal));

    private static string IdOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static async Task UploadAsync(Browser browser, string text)
    {
        await browser.GetAsync("/Admin/Rules/Import");
        await browser.UploadAsync("form[enctype]", "Upload", "规则集.json", Encoding.UTF8.GetBytes(text));
    }
}
