using GreenFactory.Testing.Workbooks;
using Microsoft.Playwright;

namespace GreenFactory.EndToEnd.Tests.Journey;

/// <summary>What an administrator does with the rule library: export, change in Excel, import, try on a past campaign, publish, put into a campaign.</summary>
internal sealed class Administrator(Person person, PortalProcess portal)
{
    /// <summary>Opens the newest version of a set and keeps its address.</summary>
    public async Task<string> OpenAsync(string ruleSet)
    {
        await person.GoAsync($"/admin/rules?words={ruleSet}");
        await person.LookAsync("rules-library");
        await person.ToNextPageAsync(() => person.Page.Locator("tbody a[href*='/admin/rules/version/']").First.ClickAsync());
        return new Uri(person.Page.Url).AbsolutePath;
    }

    public async Task<byte[]> ExportAsync(string version)
    {
        var answer = await person.Page.APIRequest.GetAsync($"{portal.Address}{version}?handler=Excel");
        Assert.Equal(200, answer.Status);
        return await answer.BodyAsync();
    }

    /// <summary>Reads a workbook dry.</summary>
    public async Task TryAsync(byte[] workbook)
    {
        await person.GoAsync("/admin/rules/import");
        await person.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "水泥.xlsx",
            MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Buffer = workbook,
        });
        await person.ClickAsync("试读");
    }

    /// <summary>Downloads the marked copy by the link on the page.</summary>
    public async Task<WorkbookEdit> MarkedCopyAsync()
    {
        var download = await person.Page.RunAndWaitForDownloadAsync(() => person.Page.GetByText("下载标注问题的副本").ClickAsync());
        return new WorkbookEdit(await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    /// <summary>Keeps what was read as a draft and returns its address.</summary>
    public async Task<string> KeepAsync()
    {
        await person.ClickAsync("存为草稿");
        await person.SeesAsync("已存为草稿");
        return new Uri(person.Page.Url).AbsolutePath;
    }

    /// <summary>Takes over computed results, each with its ground, until all golden cases hold, and has the draft checked.</summary>
    public async Task CheckAsync(string ground)
    {
        for (var i = 0; i < 12 && await person.Page.Locator("form[action*='handler=Accept']").CountAsync() > 0; i++)
        {
            var form = person.Page.Locator("form[action*='handler=Accept']").First;
            await form.Locator("[name='Reason']").FillAsync(ground);
            await person.ToNextPageAsync(() => form.Locator("button").ClickAsync());
        }

        await person.ClickAsync("运行检查");
        await person.SeesAsync("检查通过");
    }

    /// <summary>Tries the version on a campaign and waits for the report.</summary>
    public async Task DryRunAsync()
    {
        await person.ToNextPageAsync(() => person.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "试算", Exact = true }).First.ClickAsync());
        await person.LookAsync("rules-dry-run");
        await person.ClickAsync("开始试算");
        for (var i = 0; i < 120 && await person.Page.GetByText("变化来自哪里").CountAsync() == 0; i++)
        {
            await Task.Delay(500);
            await person.Page.ReloadAsync();
        }

        await person.SeesAsync("变化来自哪里");
        await person.LookAsync("rules-dry-run-result");
    }

    public async Task PublishAsync(string version)
    {
        await person.GoAsync(version);
        await person.LookAsync("rules-version");
        await person.ClickAsync("核对无误，发布");
        await person.SeesAsync("已发布");
    }

    public async Task EndorseAsync(string version, string ground)
    {
        await person.GoAsync(version);
        await person.Page.Locator("form[action*='handler=Endorse'] [name='Reason']").FillAsync(ground);
        await person.ClickAsync("我确认可用于批次");
        await person.SeesAsync("您的确认已记录");
    }

    /// <summary>Opens a new campaign that scores with one version.</summary>
    public async Task OpenCampaignAsync(int year, string title, string versionId)
    {
        await FillCampaignAsync(year, title, versionId);
        await person.LookAsync("campaign-edit");
        await person.ClickAsync("保存");
    }

    /// <summary>Wants such a campaign and is told why not; what was typed stays on the page.</summary>
    public async Task IsRefusedCampaignAsync(int year, string title, string versionId, string words)
    {
        await FillCampaignAsync(year, title, versionId);
        await person.IsRefusedAsync("保存", words);
    }

    private async Task FillCampaignAsync(int year, string title, string versionId)
    {
        await person.GoAsync("/admin/campaigns/edit");
        await person.Page.Locator("[name='Input.Year']").FillAsync($"{year}");
        await person.Page.Locator("[name='Input.EvaluationYear']").FillAsync($"{year - 1}");
        await person.Page.Locator("[name='Input.Title']").FillAsync(title);
        await person.Page.Locator("[name='Input.Basis']").FillAsync("测试用通知");
        await person.Page.Locator("[name='Input.OpensAt']").FillAsync($"{year}-06-01 00:00");
        await person.Page.Locator("[name='Input.DistrictDeadline']").FillAsync($"{year}-07-25 00:00");
        await person.Page.Locator("[name='Input.NoticeDays']").FillAsync("7");
        await person.ChooseAsync("Input.RuleSets", versionId);
    }
}
