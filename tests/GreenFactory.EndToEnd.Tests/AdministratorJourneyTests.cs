using GreenFactory.EndToEnd.Tests.Journey;
using GreenFactory.Testing.Workbooks;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>
/// An administrator changes a baseline of the cement set in Excel, finds the mistake that was made, tries the new version on the past
/// campaign, and two people put it in force for a new one. What was submitted before keeps its score to the last digit. Told in a sample year, whose cases the
/// new version is tried on.
/// </summary>
public sealed class AdministratorJourneyTests
{
    private const string Clinker = "GB 16780-2021:熟料单位产品综合能耗";
    private const string NewCampaign = "2027年度绿色工厂申报";

    [Fact]
    public async Task A_baseline_changed_in_Excel_reaches_a_new_campaign_and_no_old_score()
    {
        await using var portal = new PortalProcess { Samples = 100 };
        await portal.StartAsync(TestContext.Current.CancellationToken);
        await using var browser = await Chromium.StartAsync();
        var signer = await Person.SignInAsync(browser, portal, FiledCase.Signer);
        var home = await signer.Page.Locator("tbody a[href^='/apply/']").First.GetAttributeAsync("href") ?? "";
        var before = await ScoresAsync(signer, home);

        var first = await Person.SignInAsync(browser, portal, "admin@city.example");
        var author = new Administrator(first, portal);
        var exported = await author.ExportAsync(await author.OpenAsync("industry-24-cement"));
        using var wrong = new WorkbookEdit(exported);
        var baseline = wrong.At("参数", "value.level2", wrong.RowOf("参数", "key", Clinker));
        var number = wrong.At("说明", "value", wrong.RowOf("说明", "code", "version"));
        await author.TryAsync(wrong.Type("说明", number, "1.4.0").Type("参数", baseline, "一百一十四").Save());
        await first.SeesAsync($"参数!{baseline}");
        await first.SeesAsync("“2 级”应当是数字，现为“一百一十四”");
        await first.SeesAsync("不能存为草稿");
        await first.LookAsync("rules-import-refused");
        byte[] corrected;
        using (var marked = await author.MarkedCopyAsync())
        {
            Assert.Contains("问题", marked.Document.WorkbookPart!.Workbook!.Sheets!.Select(sheet => sheet.GetAttribute("name", "").Value));
            corrected = marked.Number("参数", baseline, "114").Save();
        }

        await author.TryAsync(corrected);
        await first.SeesAsync("文件可以存为草稿");
        await first.LookAsync("rules-import");
        var version = await author.KeepAsync();
        await author.CheckAsync("按新的基准值 114 手工核算，结果一致");
        await author.DryRunAsync();
        await first.SeesAsync("2026年度");

        var second = new Administrator(await Person.SignInAsync(browser, portal, "admin2@city.example"), portal);
        await second.PublishAsync(version);
        var id = version[(version.LastIndexOf('/') + 1)..];
        await author.IsRefusedCampaignAsync(2027, NewCampaign, id, "须有两位管理员");
        await author.EndorseAsync(version, "已与标准原文逐条核对");
        await second.EndorseAsync(version, "已复核试算结果");
        await author.OpenCampaignAsync(2027, NewCampaign, id);
        await first.SeesAsync("批次已保存");
        await first.SeesAsync("1.4.0");
        await first.LookAsync("campaigns");

        Assert.Equal(before, await ScoresAsync(signer, home));
    }

    /// <summary>The receipt's score and hash, and every number of the calculation.</summary>
    private static async Task<string> ScoresAsync(Person signer, string home)
    {
        await signer.GoAsync($"{home}/receipt");
        var receipt = await signer.Page.InnerTextAsync("main");
        Assert.Contains("自评得分", receipt, StringComparison.Ordinal);
        await signer.GoAsync($"{home}/sections/energy");
        return receipt + await signer.Page.InnerTextAsync("main");
    }
}
