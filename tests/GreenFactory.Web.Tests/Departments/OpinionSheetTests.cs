using System.Net;
using System.Text;
using GreenFactory.Application.Ports.Spreadsheets;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Web.Tests.Departments;

/// <summary>A department answers many questions at once by the workbook it downloads.</summary>
public sealed class OpinionSheetTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Upload = "form[action*='handler=Try']";

    [Fact]
    public async Task The_downloaded_sheet_is_filled_in_tried_and_confirmed_and_what_is_wrong_is_shown_at_its_cell()
    {
        await host.SetTimeAsync(PortalDatabase.Start);
        var (first, second) = (await OpinionWorkbook.AskAsync(host, "重庆表格甲厂"), await OpinionWorkbook.AskAsync(host, "重庆表格乙厂"));
        Assert.NotEqual(first, second);
        var officer = await host.SignInAsync("ecology@fuling.example");
        await officer.GetAsync("/departments");
        using var answer = await officer.Client.GetAsync(new Uri("/departments?handler=sheet", UriKind.Relative), TestContext.Current.CancellationToken);
        var empty = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        await officer.UploadAsync(Upload, "Sheet", "意见.xlsx", Encoding.UTF8.GetBytes("这不是表格"));
        var other = host.Services.GetRequiredService<ISpreadsheetWriter>().Write([new SheetTable("别的工作表", [new SheetColumn("案件编号", 20)], [])]);
        await officer.UploadAsync(Upload, "Sheet", "意见.xlsx", other);
        Assert.Contains("文件中没有名为“", officer.Page.QuerySelector(".gf-errsum")!.TextContent, StringComparison.Ordinal);
        await officer.UploadAsync(Upload, "Sheet", "意见.pdf", Encoding.UTF8.GetBytes("%PDF-1.7"));
        var refused = officer.Page.QuerySelector(".gf-errsum")!.TextContent;
        Assert.Contains("“意见.pdf”不是 Excel 工作簿，这里只能导入 .xlsx", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("OFD", refused, StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector("form[action*='handler=Confirm']"));

        await officer.UploadAsync(Upload, "Sheet", "意见.xlsx", OpinionWorkbook.Filled(empty, ("E2", "无意见"), ("E3", "大概可以")));
        Assert.Contains("可提交 1 项，有误 1 处", officer.Text, StringComparison.Ordinal);
        Assert.Contains("“大概可以”不是可选的意见", officer.Page.QuerySelectorAll("tr").Single(row => row.FirstElementChild!.TextContent == "E3").TextContent, StringComparison.Ordinal);
        Assert.NotNull(officer.Page.QuerySelector("a[download]"));

        await officer.UploadAsync(Upload, "Sheet", "意见.xlsx", OpinionWorkbook.Filled(empty, ("E2", "无意见"), ("E3", "有意见"), ("F3", "上年有一次整改，已完成。")));
        Assert.Contains("可提交 2 项，有误 0 处", officer.Text, StringComparison.Ordinal);
        await officer.FollowAsync(await officer.SubmitAsync("form[action*='handler=Confirm']"));
        Assert.Contains("已提交 2 项意见", officer.Text, StringComparison.Ordinal);
        Assert.Null(officer.Page.QuerySelector(Upload));
        Assert.Equal(HttpStatusCode.OK, (await officer.GetAsync("/departments?handler=sheet")).StatusCode);
    }
}
