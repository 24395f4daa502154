using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Departments;

/// <summary>A row whose unit is not that of its case number is not booked on anybody.</summary>
public sealed class OpinionSheetRowTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Upload = "form[action*='handler=Try']";

    [Fact]
    public async Task A_row_is_what_its_case_number_says_and_the_marked_copy_keeps_every_row_where_it_stood()
    {
        await host.SetTimeAsync(PortalDatabase.Start);
        await OpinionWorkbook.AskAsync(host, "重庆错行甲厂");
        await OpinionWorkbook.AskAsync(host, "重庆错行乙厂");
        var officer = await host.SignInAsync("tax@fuling.example");
        await officer.GetAsync("/departments");
        using var answer = await officer.Client.GetAsync(new Uri("/departments?handler=sheet", UriKind.Relative), TestContext.Current.CancellationToken);
        var empty = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var rows = OpinionWorkbook.Texts(empty);
        var row = rows.Keys.Where(cell => cell.StartsWith('B') && rows[cell] == "重庆错行乙厂").Select(cell => cell[1..]).Single();
        var other = rows.Keys.Where(cell => cell.StartsWith('B') && rows[cell] == "重庆错行甲厂").Select(cell => cell[1..]).Single();

        await officer.UploadAsync(Upload, "Sheet", "意见.xlsx", OpinionWorkbook.Filled(
            empty, ($"B{row}", "重庆错行甲厂"), ($"C{row}", rows[$"C{other}"]), ($"E{row}", "存在不得推荐情形"), ($"F{row}", "罚〔2025〕99号"), ($"E{other}", "无意见"), ("A40", "F2026-不存在"), ("E40", "无意见")));

        Assert.Contains("可提交 1 项，有误 3 处", officer.Text, StringComparison.Ordinal);
        Assert.Contains("重庆错行甲厂", officer.Page.QuerySelector("form[action*='handler=Confirm'] tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("罚〔2025〕99号", officer.Page.QuerySelector("form[action*='handler=Confirm']")!.TextContent, StringComparison.Ordinal);
        var marked = OpinionWorkbook.Texts(Convert.FromBase64String(officer.Page.QuerySelector("a[download]")!.GetAttribute("href")!.Split("base64,")[1]));
        Assert.Equal("罚〔2025〕99号", marked[$"F{row}"]);
        Assert.Equal("F2026-不存在", marked["A40"]);
        Assert.Contains("重庆错行乙厂", marked[$"G{row}"], StringComparison.Ordinal);
        Assert.Contains("没有征求", marked["G40"], StringComparison.Ordinal);
        Assert.False(marked.ContainsKey($"G{other}"));
    }
}
