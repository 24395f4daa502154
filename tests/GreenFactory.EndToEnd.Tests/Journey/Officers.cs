using System.Text.RegularExpressions;

namespace GreenFactory.EndToEnd.Tests.Journey;

/// <summary>What the district, its five departments, the city and the experts do with the case.</summary>
internal sealed partial class Officers(Chromium browser, PortalProcess portal)
{
    private static readonly string[] Departments = ["reform", "ecology", "emergency", "market", "tax"];

    private readonly Dictionary<string, Person> seats = [];

    /// <summary>The person of an account at a computer of their own, where they stay signed in.</summary>
    public async Task<Person> SignInAsync(string account)
    {
        if (!seats.TryGetValue(account, out var person))
        {
            seats[account] = person = await Person.SignInAsync(browser, portal, account);
        }

        return person;
    }

    public async Task ApproveClaimAsync(string organisation)
    {
        var officer = await SignInAsync("officer@fuling.example");
        await officer.GoAsync("/district/claims");
        await officer.SeesAsync(organisation);
        await officer.LookAsync("district-claims");
        await officer.ClickAsync("同意认领");
    }

    public async Task ReviewAsync(string organisation, string caseId, Func<Task> kill)
    {
        var officer = await SignInAsync("officer@fuling.example");
        await officer.GoAsync("/district");
        await officer.SeesAsync(organisation);
        await officer.LookAsync("district-queue");
        await officer.GoAsync($"/district/cases/{caseId}");
        await officer.ClickAsync("受理");
        await officer.ClickAsync("确认行业代码和规则集");
        await officer.LookAsync("district-workbench");
        await IsKilledWhileRulingAsync(officer, caseId, kill);
        for (var i = 0; i < 40 && await officer.Page.Locator("[name='Kind'][value='Accept']").CountAsync() > 0; i++)
        {
            await officer.ChooseAsync("Kind", "Accept");
            await officer.ClickAsync("保存，核下一项");
        }

        await VisitAsync(officer, caseId);
        await officer.GoAsync($"/district/cases/{caseId}/opinions");
        await officer.ClickAsync("征求部门意见");
        foreach (var department in Departments)
        {
            await AnswerAsync(department, organisation);
        }

        await officer.GoAsync($"/district/cases/{caseId}/opinions");
        await officer.LookAsync("district-opinions");
        await officer.GoAsync($"/district/cases/{caseId}/conclude");
        await Person.ChooseAsync(officer.Page.Locator("[name='Kind']").First);
        await officer.Page.Locator("[name='Reason']").FillAsync("熟料能耗优于基准值，管理体系完善，材料与现场一致，同意推荐。");
        await officer.LookAsync("district-conclude");
        await officer.ClickAsync("确定结论");
    }

    /// <summary>The server dies while a verdict is on its way: afterwards it is there as a whole or not at all.</summary>
    private static async Task IsKilledWhileRulingAsync(Person officer, string caseId, Func<Task> kill)
    {
        async Task<int> RuledAsync() => int.Parse(Ruled().Match(await officer.Page.InnerTextAsync("main")).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var before = await RuledAsync();
        await officer.ChooseAsync("Kind", "Accept");
        await officer.IsKilledOnAsync(officer.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new Microsoft.Playwright.PageGetByRoleOptions { Name = "保存，核下一项", Exact = true }), kill);
        await officer.GoAsync($"/district/cases/{caseId}");
        Assert.InRange(await RuledAsync(), before, before + 1);
    }

    [GeneratedRegex(@"指标 (\d+) / \d+")]
    private static partial Regex Ruled();

    public async Task SealPackAsync(string organisation)
    {
        var lead = await SignInAsync("lead@fuling.example");
        await lead.GoAsync("/district/recommendations");
        await lead.SeesAsync(organisation);
        await lead.LookAsync("district-recommendations");
        await lead.Page.Locator("input[type=checkbox][name='Checked']").CheckAsync();
        await lead.ClickAsync("封存并报送");
        await lead.LookAsync("district-pack");
    }

    public async Task CheckComplianceAsync(string caseId)
    {
        var officer = await SignInAsync("officer@city.example");
        await officer.GoAsync("/city");
        await officer.LookAsync("city-home");
        await officer.GoAsync($"/city/cases/{caseId}/compliance");
        foreach (var name in await officer.Page.Locator("[name$='.Verdict'][value='Ok']").EvaluateAllAsync<string[]>("all => all.map(e => e.name)"))
        {
            await officer.ChooseAsync(name, "Ok");
        }

        await officer.LookAsync("city-compliance");
        await officer.ClickAsync("审查通过");
        await officer.GoAsync("/city/panels");
        await officer.Page.Locator($"[name='Input.Cases'][value='{caseId}']").CheckAsync();
        foreach (var expert in new[] { "邓教授", "曾高工", "吴研究员" })
        {
            await officer.Page.GetByLabel(expert).CheckAsync();
        }

        await officer.Page.Locator("[name='Input.LastDay']").FillAsync("2026-08-20");
        await officer.LookAsync("city-panels");
        await officer.ClickAsync("分配");
    }

    public async Task AssessAsync(string organisation)
    {
        foreach (var expert in new[] { "expert1@city.example", "expert2@city.example", "expert3@city.example" })
        {
            await MarkAsync(expert, organisation);
        }

        var officer = await SignInAsync("officer@city.example");
        await officer.GoAsync("/city/panels");
        await officer.ToNextPageAsync(() => officer.Page.Locator("button[form^='complete-']").First.ClickAsync());
    }

    private async Task MarkAsync(string email, string organisation)
    {
        var expert = await SignInAsync(email);
        await expert.GoAsync("/experts");
        await expert.SeesAsync(organisation);
        await expert.ToNextPageAsync(() => expert.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new Microsoft.Playwright.PageGetByRoleOptions { NameRegex = new Regex(Regex.Escape(organisation)) }).First.ClickAsync());
        await expert.ChooseAsync("Input.Conflict", "false");
        await expert.LookAsync("expert-conflict");
        await expert.ClickAsync("提交声明");
        foreach (var points in await expert.Page.Locator("[name^='Input.Marks'][name$='.Points']").AllAsync())
        {
            await points.FillAsync("4");
        }

        foreach (var reason in await expert.Page.Locator("[name^='Input.Marks'][name$='.Reason']").AllAsync())
        {
            await reason.FillAsync("材料齐全，数据可追溯，做法在行业内有代表性。");
        }

        await expert.Page.Locator("[name='Input.Comment']").FillAsync("该厂能耗和排放数据与统计报表一致，余热利用充分，建议列入拟入围名单。");
        await expert.LookAsync("expert-case");
        await expert.ClickAsync("完成评审");
    }

    public async Task ShortlistAsync(string organisation)
    {
        var lead = await SignInAsync("lead@city.example");
        await lead.GoAsync("/city/ranking");
        await lead.SeesAsync(organisation);
        var ranking = lead.Page.Locator("section.gf-sec").Filter(new Microsoft.Playwright.LocatorFilterOptions { HasText = organisation });
        await ranking.Locator("[name='Input.Places']").FillAsync("10");
        await ranking.Locator("[name='Input.Reason']").FillAsync("按年度工作安排确定。");
        await lead.ToNextPageAsync(() => ranking.GetByRole(Microsoft.Playwright.AriaRole.Button, new Microsoft.Playwright.LocatorGetByRoleOptions { Name = "确定名额" }).ClickAsync());
        await ranking.GetByText("优先推荐条件逐家依据").ClickAsync();
        await lead.SeesAsync("标杆水平转录自公开资料，未与标准原文核对");
        await ranking.Locator("[name='Items[0].Shortlist']").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Value = "true" });
        await ranking.Locator("[name='Items[0].Reason']").FillAsync("核定得分在名额线内，专家评审无异议。");
        await lead.LookAsync("city-ranking");
        await lead.ClickAsync("作出结论");
    }

    public async Task OpenNoticeAsync(string title)
    {
        var lead = await SignInAsync("lead@city.example");
        await lead.GoAsync("/city/notices");
        await lead.IsRefusedAsync("开启公示", "请写明公示标题");
        await lead.Page.Locator("[name='Input.Title']").FillAsync(title);
        await lead.ClickAsync("开启公示");
        await lead.SeesAsync("公示已开启");
        await lead.LookAsync("city-notices");
    }

    public async Task DismissObjectionAsync(string objection, string answer)
    {
        var lead = await SignInAsync("lead@city.example");
        await lead.GoAsync("/city/notices");
        await lead.SeesAsync(objection);
        await lead.ClickAsync("开始核查");
        await lead.IsRefusedAsync("异议不成立", "请写明核查结论和理由");
        await lead.LookAsync("city-objection");
        await lead.Page.Locator("[name='Answer']").FillAsync(answer);
        await lead.ClickAsync("异议不成立");
        await lead.SeesAsync("异议不成立，已记录答复。");
    }

    /// <summary>The list cannot be published yet; what was typed stays.</summary>
    public async Task SeesPublicationRefusedAsync(string title, string number, string reason)
    {
        var lead = await SignInAsync("lead@city.example");
        await lead.GoAsync("/city/publication");
        await FillPublicationAsync(lead, title, number);
        await lead.IsRefusedAsync("签名并发布", reason);
        Assert.Equal(title, await lead.Page.Locator("[name='Input.Title']").InputValueAsync());
        await lead.LookAsync("city-publication-refused");
    }

    public async Task PublishAsync(string title, string number)
    {
        var lead = await SignInAsync("lead@city.example");
        await lead.GoAsync("/city/publication");
        await lead.LookAsync("city-publication");
        await FillPublicationAsync(lead, title, number);
        await lead.ClickAsync("签名并发布");
        await lead.SeesAsync("名单已发布");
        await lead.LookAsync("city-published");
    }

    public async Task MoveClockAsync(string beijing)
    {
        var anybody = new Person(await browser.OpenProfileAsync(portal.Address), "clock");
        await anybody.GoAsync("/dev/clock");
        await anybody.Page.GetByLabel("其他时间").FillAsync(beijing);
        await anybody.ClickAsync("拨到这个时间");
    }

    private static async Task FillPublicationAsync(Person lead, string title, string number)
    {
        await lead.Page.Locator("[name='Input.Title']").FillAsync(title);
        await lead.Page.Locator("[name='Input.DocumentNumber']").FillAsync(number);
    }

    private static async Task VisitAsync(Person officer, string caseId)
    {
        await officer.GoAsync($"/district/cases/{caseId}/visit");
        await officer.Page.Locator("[name='On']").FillAsync("2026-07-06");
        await officer.ChooseAsync("PartOfDay", "上午");
        await officer.Page.Locator("[name='Officers']").FillAsync("陈雨桐、冉建国");
        await officer.ClickAsync("保存安排");
        foreach (var name in await officer.Page.Locator("[name^='Items'][name$='.Result']").EvaluateAllAsync<string[]>("all => [...new Set(all.map(e => e.name))]"))
        {
            await Person.ChooseAsync(officer.Page.Locator($"[name='{name}']").First);
        }

        await officer.Page.Locator("[name='Present']").FillAsync("周工，环境与能源管理部");
        await officer.Page.Locator("[name='Conclusion']").FillAsync("现场与申报一致。");
        await officer.LookAsync("district-visit");
        await officer.ClickAsync("完成核实");
    }

    private async Task AnswerAsync(string department, string organisation)
    {
        var person = await SignInAsync($"{department}@fuling.example");
        await person.GoAsync("/departments");
        await person.SeesAsync(organisation);
        await person.LookAsync("departments");
        await person.ToNextPageAsync(() => person.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new Microsoft.Playwright.PageGetByRoleOptions { NameRegex = new Regex(Regex.Escape(organisation)) }).First.ClickAsync());
        await Person.ChooseAsync(person.Page.Locator("[name='Kind']").First);
        await person.LookAsync("department-opinion");
        await person.ClickAsync("提交意见");
    }
}
