using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GreenFactory.Testing;
using GreenFactory.Testing.Workbooks;

namespace GreenFactory.Web.Tests.Admin;

/// <summary>The administrator's rule library by workbook: out of a version's page, changed in Excel, in again by a dry run.</summary>
public sealed class RuleWorkbookTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_workbook_is_exported_refused_with_a_marked_copy_and_kept_once_it_is_right()
    {
        var admin = await portal.SignInAsync("admin@city.example");
        await admin.GetAsync("/Admin/Rules?words=gbt36132-2018");
        var version = admin.Page.QuerySelector<IHtmlAnchorElement>("tbody a[href*='/admin/rules/version/']")!.PathName;
        await admin.GetAsync(version);
        Assert.NotNull(admin.Page.QuerySelector("a[href*='handler=Excel']"));
        var answer = await admin.GetAsync($"{version}?handler=Excel");
        Assert.Equal("gbt36132-2018-1.0.0.xlsx", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var workbook = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        using var wrong = new WorkbookEdit(workbook);
        var weight = wrong.At("指标", "weight", 3);
        await UploadAsync(admin, wrong.Type("指标", weight, "八分").Save());
        Assert.Contains("不能存为草稿", admin.Text, StringComparison.Ordinal);
        Assert.Contains($"指标!{weight}", admin.Text, StringComparison.Ordinal);
        Assert.Null(admin.Page.QuerySelector("form[action*='handler=Keep']"));
        var link = admin.Page.QuerySelector<IHtmlAnchorElement>("a[download='改好-标注.xlsx']")!.GetAttribute("href")!;
        using var marked = new WorkbookEdit(Convert.FromBase64String(link[(link.IndexOf(',', StringComparison.Ordinal) + 1)..]));
        Assert.Equal("八分", marked.Text("指标", weight));

        using var right = new WorkbookEdit(workbook);
        var number = right.At("说明", "value", right.RowOf("说明", "code", "version"));
        var title = right.At("用例", "title", 3);
        await UploadAsync(admin, right.Type("说明", number, "1.0.1").Type("用例", title, "改过名的用例").Save());
        Assert.Contains("增加用例“改过名的用例”", admin.Text, StringComparison.Ordinal);
        Assert.Contains("删除用例“", admin.Text, StringComparison.Ordinal);
        await admin.FollowAsync(await admin.SubmitAsync("form[action*='handler=Keep']"));
        Assert.Contains("已存为草稿", admin.Text, StringComparison.Ordinal);
        Assert.Contains("改过名的用例", admin.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_another_kind_is_refused_with_what_to_do()
    {
        var admin = await portal.SignInAsync("admin@city.example");
        foreach (var (name, sentence) in new[] { ("规则集.xlsm", "含宏"), ("规则集.xls", "另存为"), ("规则集.xlsx", "不是 Excel 工作簿") })
        {
            await UploadAsync(admin, "不是工作簿"u8.ToArray(), name);
            Assert.Contains(sentence, admin.Text, StringComparison.Ordinal);
            Assert.Empty(admin.Page.QuerySelectorAll("a[download]"));
        }
    }

    [Fact]
    public async Task Auditors_may_export()
    {
        var auditor = await portal.SignInAsync("audit@city.example");
        await auditor.GetAsync("/Admin/Rules?words=park-2026");
        var version = auditor.Page.QuerySelector<IHtmlAnchorElement>("tbody a[href*='/admin/rules/version/']")!.PathName;
        Assert.Equal(HttpStatusCode.OK, (await auditor.GetAsync($"{version}?handler=Excel")).StatusCode);
    }

    private static async Task UploadAsync(Browser browser, byte[] content, string name = "改好.xlsx")
    {
        await browser.GetAsync("/Admin/Rules/Import");
        await browser.UploadAsync("form[enctype]", "Upload", name, content);
    }
}
