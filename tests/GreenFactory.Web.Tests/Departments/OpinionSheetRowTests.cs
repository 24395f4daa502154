using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Departments;

/// <summary>A row whose unit is not that of its case number is not booked on anybody.</summary>
public sealed class OpinionSheetRowTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Upload = "form[action*='handler=Try']";

    [Fact]
    public async Task Rows_that_contradict_each_other_and_words_that_are_too_many_are_told_before_anything_is_booked()
    {
        await host.SetTimeAsync(PortalDatabase.Start);
        await OpinionWorkbook.AskAsync(host, "重庆矛盾意见厂");
        await OpinionWorkbook.AskAsync(host, "重庆长篇意见厂");
        var officer = await host.SignInAsync("market@fuling.example");
        using var answer = await officer.Client.GetAsync(new Uri("/departments?handler=sheet", UriKind.Relative), TestContext.Current.CancellationToken);
        var empty = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var cells = OpinionWorkbook.Texts(empty);
        string Row(string unit) => cells.Keys.Single(cell => cell.StartsWith('B') && cells[cell] == unit)[1..];
        var (twice, tooLong) = (Row("重庆矛盾意见厂"), Row("重庆长篇意见厂"));
        await officer.GetAsync("/departments");
        await officer.UploadAsync(Upload, "Sheet", "意见.xlsx", OpinionWorkbook.Filled(
            empty,
            [
                ($"E{twice}", "无意见"), .. "ABCD".Select(column => ($"{column}40", cells[$"{column}{twice}"])), ("E40", "有意见"), ("F40", "矛盾"),
                ($"E{tooLong}", "有意见"), ($"F{tooLong}", new string('长', 501)),
            ]));

        Assert.Contains("可提交 0 项，有误 3 处", officer.Text, StringComparison.Ordinal);
        Assert.Contains("各行都没有采用", officer.Text, StringComparison.Ordinal);
        Assert.Contains("具体情形最多 500 字，现在有 501 字", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_is_what_its_case_number_says_and_the_marked_copy_keeps_every_row_where_it_stood()
    {
        await host.SetTimeAsync(PortalDatabase.Start);
        foreach (var unit in (string[])["甲", "乙", "丙", "丁", "戊"])
        {
            await OpinionWorkbook.AskAsync(host, $"重庆错行{unit}厂");
        }

        var officer = await host.SignInAsync("tax@fuling.example");
        await officer.GetAsync("/departments");
        using var answer = await officer.Client.GetAsync(new Uri("/departments?handler=sheet", UriKind.Relative), TestContext.Current.CancellationToken);
        var empty = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var cells = OpinionWorkbook.Texts(empty);
        int Row(string unit) => int.Parse(cells.Keys.Single(cell => cell.StartsWith('B') && cells[cell] == $"重庆错行{unit}厂")[1..], System.Globalization.CultureInfo.InvariantCulture);
        var (right, both, name, code, unseen) = (Row("甲"), Row("乙"), Row("丙"), Row("丁"), Row("戊"));

        // The rows of 甲 and 乙 change places; 乙 bears the name and code of 甲, 丙 another name, 丁 another code, 戊 what nobody can type.
        await officer.UploadAsync(Upload, "Sheet", "意见.xlsx", OpinionWorkbook.Filled(
            empty,
            [
                .. "ABCD".Select(column => ($"{column}{both}", cells[$"{column}{right}"])),
                ($"A{right}", cells[$"A{both}"]), ($"E{right}", "存在不得推荐情形"), ($"F{right}", "罚〔2025〕99号"), ($"E{both}", "无意见"),
                ($"B{name}", "重庆错行甲厂"), ($"E{name}", "无意见"), ($"C{code}", cells[$"C{name}"]), ($"E{code}", "无意见"),
                ($"E{unseen}", "无意见"), ($"F{unseen}", "无_x0001_"), ("A40", "F2026-不存在"), ("E40", "无意见"),
            ]));

        Assert.Contains("可提交 1 项，有误 6 处", officer.Text, StringComparison.Ordinal);
        Assert.Contains("重庆错行甲厂", officer.Page.QuerySelector("form[action*='handler=Confirm'] tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("罚〔2025〕99号", officer.Page.QuerySelector("form[action*='handler=Confirm']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("看不见的控制字符 U+0001", officer.Text, StringComparison.Ordinal);
        var copy = Convert.FromBase64String(officer.Page.QuerySelector("a[download]")!.GetAttribute("href")!.Split("base64,")[1]);
        var marked = OpinionWorkbook.Texts(copy);
        Assert.Equal("罚〔2025〕99号", marked[$"F{right}"]);
        Assert.Equal("F2026-不存在", marked["A40"]);
        Assert.Contains("重庆错行乙厂", marked[$"G{right}"], StringComparison.Ordinal);
        Assert.Contains("申报单位是", marked[$"G{name}"], StringComparison.Ordinal);
        Assert.Contains("信用代码是", marked[$"G{code}"], StringComparison.Ordinal);
        Assert.Contains("没有征求", marked["G40"], StringComparison.Ordinal);
        Assert.False(marked.ContainsKey($"G{both}"));
        var (before, after) = (OpinionWorkbook.Colours(empty), OpinionWorkbook.Colours(copy));
        Assert.All("ABCDEF", column => Assert.Equal(before.GetValueOrDefault($"{column}{both}", ""), after.GetValueOrDefault($"{column}{both}", "")));
        Assert.NotEqual(before.GetValueOrDefault($"B{name}", ""), after[$"B{name}"]);
    }
}
