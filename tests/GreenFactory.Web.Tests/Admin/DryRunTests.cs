using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Xunit;

namespace GreenFactory.Web.Tests.Admin;

/// <summary>The dry run in pages: asked for, watched, read, downloaded; without scripts.</summary>
public sealed class DryRunTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_version_is_tried_on_last_years_submissions_and_the_page_says_what_moved_and_why()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await portal.SetTimeAsync(PortalDatabase.Start);
        await new CaseBuilder(portal.Services).ForNewOrganisation("重庆试算甲厂（演示）").SubmitAsync(cancellation);
        await new CaseBuilder(portal.Services).ForNewOrganisation("重庆试算乙厂（演示）").Declaring(SampleFacts.CementWorks.With("water_reused", "3000000")).SubmitAsync(cancellation);
        var admin = await portal.SignInAsync("admin@city.example");
        await admin.GetAsync("/Admin/Rules?words=gbt36132-2025");
        await admin.GetAsync(admin.Page.QuerySelector<IHtmlAnchorElement>("tbody a[href*='/admin/rules/version/']")!.PathName);
        await admin.FollowAsync(await admin.SubmitAsync("form[action*='handler=Draft']", new() { ["Version"] = "1.4.0" }));
        var edit = admin.Page.QuerySelector<IHtmlAnchorElement>("a[href*='/admin/rules/edit/']")!.PathName;
        await admin.GetAsync($"{edit}?part=targets&words=重复利用");
        var leading = admin.Page.QuerySelectorAll<IHtmlInputElement>("tbody input").First(input => input.Name!.EndsWith(":leading]", StringComparison.Ordinal));
        await admin.FollowAsync(await admin.SubmitAsync("form[method=post]:has(table)", new() { [leading.Name!] = "99.9" }));

        await admin.GetAsync(edit.Replace("/edit/", "/version/", StringComparison.Ordinal));
        await admin.GetAsync(admin.Page.QuerySelector<IHtmlAnchorElement>("a[href*='/admin/rules/dryrun/']")!.PathName);
        await admin.SubmitAsync("main form[method=post]", new() { ["LineKind"] = "Points", ["Line"] = "很高" });
        Assert.Contains("得分线请填", admin.Text, StringComparison.Ordinal);
        Assert.Equal("很高", admin.Page.QuerySelector<IHtmlInputElement>("#Line")!.Value);
        var answer = await admin.SubmitAsync("main form[method=post]", new() { ["LineKind"] = "Places", ["Line"] = "1" });
        var result = answer.Headers.Location!.ToString();

        for (var tries = 0; tries < 120; tries++)
        {
            var page = await admin.GetAsync(result);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            if (!page.Headers.Contains("Refresh"))
            {
                break;
            }

            Assert.NotNull(admin.Page.QuerySelector("progress"));
            await Task.Delay(250, cancellation);
        }

        Assert.Contains("变化来自哪里", admin.Text, StringComparison.Ordinal);
        Assert.Contains("重庆试算甲厂（演示）", admin.Text, StringComparison.Ordinal);
        Assert.Contains("涪陵区", admin.Text, StringComparison.Ordinal);
        Assert.NotNull(admin.Page.QuerySelector("svg[role=img] .hg-new"));
        var file = await (await admin.GetAsync($"{result}?handler=Csv")).Content.ReadAsByteArrayAsync(cancellation);
        var lines = Encoding.UTF8.GetString(file).TrimEnd().Split("\r\n");
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("\uFEFF案件编号,单位", lines[0], StringComparison.Ordinal);
        Assert.Contains("（参数）", lines[1] + lines[2], StringComparison.Ordinal);

        var auditor = await portal.SignInAsync("audit@city.example");
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync(result)).StatusCode);
        await auditor.GetAsync(edit.Replace("/edit/", "/dryrun/", StringComparison.Ordinal));
        Assert.Empty(auditor.Page.QuerySelectorAll("main form[method=post]"));
        Assert.Contains("已完成", auditor.Text, StringComparison.Ordinal);
        var officer = await portal.SignInAsync("lead@city.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.FollowAsync(result)).StatusCode);
    }
}
