using System.Text.RegularExpressions;
using GreenFactory.Scoring;
using GreenFactory.Testing;
using MimeKit;

namespace GreenFactory.EndToEnd.Tests.Journey;

/// <summary>What the factory's people do: register, claim, fill in, upload, sign.</summary>
/// <param name="person">Who.</param>
/// <param name="portal">Where.</param>
/// <param name="pictures">How the pictures of their pages are called.</param>
/// <param name="looks">Whether the pages are looked at; not where another journey does.</param>
/// <param name="files">How many indicators of a section get their evidence by the page; every basic requirement does, the others without looking at the page.</param>
/// <param name="home">Address of the case where it is begun already.</param>
internal sealed partial class Applicant(Person person, PortalProcess portal, string pictures = "apply", bool looks = true, int files = int.MaxValue, string home = "")
{
    private static readonly string[] FactorySections = ["energy", "resources", "clean", "products", "land"];
    private static readonly string[] ParkSections = ["eg", "rg", "ig", "cg", "hg", "mg"];

    /// <summary>Address of the case inside the portal.</summary>
    public string CasePath { get; private set; } = home;

    public async Task RegisterAsync(string name, string email, string password)
    {
        await person.GoAsync("/account/register");
        await person.FillAsync("姓名", name);
        await person.FillAsync("邮箱", email);
        await person.Page.Locator("[name='Input.Phone']").FillAsync("13800000000");
        await person.Page.Locator("[name='Input.Password']").FillAsync(password);
        await LookAsync("register-account");
        await person.ClickAsync("注册");
        var link = await LinkOfLetterAsync(email);
        await person.GoAsync(link);
        await person.ClickAsync("确认邮箱");
    }

    public async Task ClaimAsync(string creditCode, string name, string district)
    {
        await person.GoAsync("/account/claim");
        await person.Page.Locator("[name='Input.CreditCode']").FillAsync("91500000202823358W");
        await person.Page.Locator("[name='Input.Name']").FillAsync(name);
        await person.ChooseAsync("Input.Kind", "Factory");
        await person.Page.Locator("[name='Input.DistrictId']").SelectOptionAsync(new Microsoft.Playwright.SelectOptionValue { Label = district });
        await person.Page.Locator("[name='Input.Address']").FillAsync("涪陵区龙河路 8 号");
        await person.Page.Locator("[name='Input.Phone']").FillAsync("13800000000");
        await person.Page.Locator("[name='Licence']").SetInputFilesAsync(new Microsoft.Playwright.FilePayload
        {
            Name = "营业执照.pdf",
            MimeType = "application/pdf",
            Buffer = SmallPdf.Saying("licence"),
        });
        await person.IsRefusedAsync("提交认领申请", "校验");
        await person.Page.Locator("[name='Input.CreditCode']").FillAsync(creditCode);
        await person.ClickAsync("提交认领申请");
        await person.SeesAsync("区县核实中");
        await LookAsync("claim");
    }

    public async Task BeginAsync()
    {
        await person.GoAsync("/apply");
        await LookAsync($"{pictures}-home");
        await person.ClickAsync("建立申报");
        CasePath = CaseAddress().Match(new Uri(person.Page.Url).AbsolutePath).Value;
        Assert.NotEqual("", CasePath);
        await LookAsync($"{pictures}-case-begun");
    }

    public Task FillFactoryProfileAsync() => FillProfileAsync("apply-profile", Profiles.Factory);

    public Task FillParkProfileAsync() => FillProfileAsync("park-profile", Profiles.Park);

    private async Task FillProfileAsync(string title, IReadOnlyDictionary<string, string> answers)
    {
        await person.GoAsync($"{CasePath}/sections/profile");
        foreach (var (field, text) in answers)
        {
            await AnswerAsync($"p.{field}", Answer.Of(text));
        }

        await SaveAsync(title);
    }

    public async Task ChooseRulesAsync(string industry, string ruleSet = "绿色工厂评价通则")
    {
        await person.GoAsync($"{CasePath}/rules?q={industry}&industry={industry}");
        var general = person.Page.GetByLabel(ruleSet);
        if (await person.Page.Locator("[name='RuleSet']").CountAsync() > 0)
        {
            await general.First.CheckAsync();
            await person.Page.Locator("[name='Reason']").FillAsync("主导产品为硅酸盐水泥熟料，按通则评价。");
        }

        await LookAsync($"{pictures}-rules");
        await person.ClickAsync("确定适用规则集");
    }

    public async Task FillGatesAsync()
    {
        await person.GoAsync($"{CasePath}/sections/gates");
        foreach (var name in await person.Page.Locator("[name^='g.'][value='true']").EvaluateAllAsync<string[]>("all => all.map(e => e.name)"))
        {
            await person.ChooseAsync(name, "true");
        }

        await SaveAsync($"{pictures}-gates");
        await UploadForEveryLinkAsync("gates");
    }

    /// <summary>A park needs no industry code: the rule set for parks stands ready.</summary>
    public async Task ConfirmParkRulesAsync()
    {
        await person.GoAsync($"{CasePath}/rules");
        await LookAsync("park-rules");
        await person.ClickAsync("确定适用规则集");
    }

    public Task FillFactoryIndicatorsAsync(Facts facts) => FillIndicatorsAsync(FactorySections, facts);

    public Task FillParkIndicatorsAsync(Facts facts) => FillIndicatorsAsync(ParkSections, facts);

    private async Task FillIndicatorsAsync(IReadOnlyList<string> sections, Facts facts)
    {
        foreach (var section in sections)
        {
            await FillSectionAsync(section, facts);
            await UploadForEveryLinkAsync(section);
        }
    }

    /// <summary>
    /// The server dies while a save is on its way: afterwards the section holds the old value or the new one, never a part, and every other
    /// answer as it was.
    /// </summary>
    public async Task IsKilledWhileSavingAsync(Func<Task> kill)
    {
        const string Field = "i.water_reused";
        var address = $"{CasePath}/sections/resources";
        await person.GoAsync(address);
        var before = await AnswersAsync();
        var changed = before[Field].Replace(",", "", StringComparison.Ordinal) + "1";
        await person.Page.Locator($"[name='{Field}']").FillAsync(changed);
        await person.IsKilledOnAsync(person.Page.Locator("button[name='next'][value='stay']").First, kill);
        await person.GoAsync(address);
        await person.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        var after = await AnswersAsync();
        Assert.Contains(after[Field].Replace(",", "", StringComparison.Ordinal), (string[])[before[Field].Replace(",", "", StringComparison.Ordinal), changed]);
        Assert.Equal(before.Where(answer => answer.Key != Field && !answer.Key.StartsWith("w.", StringComparison.Ordinal)), after.Where(answer => answer.Key != Field && !answer.Key.StartsWith("w.", StringComparison.Ordinal)));
        await person.Page.Locator($"[name='{Field}']").FillAsync(before[Field]);
        await SaveAsync($"{pictures}-resources-after-kill");
        Assert.Equal(before[Field], (await AnswersAsync())[Field]);
    }

    /// <summary>The case ends where everybody can see it.</summary>
    public async Task SeesPublishedAsync()
    {
        await person.GoAsync(CasePath);
        await person.SeesAsync("已发布");
        await LookAsync($"{pictures}-published");
    }

    public async Task SeesClinkerScoreAsync()
    {
        await person.GoAsync($"{CasePath}/sections/energy");
        await person.SeesAsync("4.57");
        var trace = person.Page.Locator("details.gf-trace, details").Filter(new Microsoft.Playwright.LocatorFilterOptions { HasText = "怎么算的" }).First;
        await trace.Locator("summary").ClickAsync();
        var said = await trace.InnerTextAsync();
        Assert.Contains("8 × (103 − 107) ÷ (100 − 107)", said, StringComparison.Ordinal);
        Assert.Contains("4.5714", said, StringComparison.Ordinal);
        Assert.Contains("GB 16780-2021", said, StringComparison.Ordinal);
        await LookAsync($"{pictures}-energy");
    }

    /// <summary>The server dies while the signed declaration is on its way: afterwards it is submitted as a whole, or still a draft that can be signed.</summary>
    public async Task IsKilledWhileSubmittingAsync(string name, Func<Task> kill)
    {
        await person.GoAsync($"{CasePath}/sign");
        await person.Page.Locator("input[type=checkbox][name='Promise']").CheckAsync();
        await person.Page.Locator("[name='Signature']").FillAsync(name);
        await person.IsKilledOnAsync(person.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new Microsoft.Playwright.PageGetByRoleOptions { Name = "签署并提交" }), kill);
        await person.GoAsync($"{CasePath}/sign");
        await person.SeesAsync(person.Page.Url.EndsWith("/receipt", StringComparison.Ordinal) ? "回执编号" : "签署并提交");
    }

    /// <summary>A signature that is refused says on the page why.</summary>
    private async Task IsSignedAsync()
    {
        try
        {
            await person.Page.WaitForURLAsync("**/receipt");
        }
        catch (TimeoutException)
        {
            await person.GoAsync($"{CasePath}/check");
            Assert.Fail(await person.Page.InnerTextAsync("main"));
        }
    }

    public async Task<string> SignAsync(string name)
    {
        await person.GoAsync($"{CasePath}");
        await LookAsync($"{pictures}-case");
        await person.GoAsync($"{CasePath}/check");
        await LookAsync($"{pictures}-check");
        await person.GoAsync($"{CasePath}/sign");
        if (!person.Page.Url.EndsWith("/receipt", StringComparison.Ordinal))
        {
            await person.Page.Locator("input[type=checkbox][name='Promise']").CheckAsync();
            await person.Page.Locator("[name='Signature']").FillAsync(name);
            await LookAsync($"{pictures}-sign");
            await person.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new Microsoft.Playwright.PageGetByRoleOptions { Name = "签署并提交" }).DblClickAsync();
            await IsSignedAsync();
        }

        await person.SeesAsync("回执编号");
        await LookAsync($"{pictures}-receipt");
        var hash = HashText().Match(await person.Page.InnerTextAsync("main")).Value;
        await person.Page.ReloadAsync();
        await person.SeesAsync(hash);
        await person.Page.GoBackAsync();
        await person.GoAsync($"{CasePath}/receipt");
        await person.SeesAsync(hash);
        return hash;
    }

    /// <summary>Every answer as the page before signing states it.</summary>
    public async Task<IReadOnlyList<string>> ReadAnswersAsync()
    {
        await person.GoAsync($"{CasePath}/check");
        return await person.Page.Locator(".gf-answers dl > div").EvaluateAllAsync<string[]>("all => all.map(row => row.querySelector('dd').textContent)");
    }

    /// <summary>The printed declaration, as bytes.</summary>
    public async Task<byte[]> DownloadSheetAsync()
    {
        var answer = await person.Page.APIRequest.GetAsync($"{portal.Address}{CasePath}/sheet.pdf", new Microsoft.Playwright.APIRequestContextOptions { Timeout = 60_000 });
        Assert.Equal(200, answer.Status);
        return await answer.BodyAsync();
    }

    /// <summary>The printed calculation sheet of the energy carriers.</summary>
    public async Task<byte[]> DownloadWorksheetAsync()
    {
        var answer = await person.Page.APIRequest.GetAsync($"{portal.Address}{CasePath}/worksheet.pdf", new Microsoft.Playwright.APIRequestContextOptions { Timeout = 60_000 });
        Assert.Equal(200, answer.Status);
        return await answer.BodyAsync();
    }

    private async Task<Dictionary<string, string>> AnswersAsync() =>
        await person.Page.EvaluateAsync<Dictionary<string, string>>(
            "() => Object.fromEntries([...document.querySelectorAll(\"main [name^='i.'], main [name^='r.'], main [name^='w.']\")].map(e => [e.type === 'radio' || e.type === 'checkbox' ? e.name + '=' + e.value : e.name, e.type === 'radio' || e.type === 'checkbox' ? String(e.checked) : e.value]))");

    private async Task FillSectionAsync(string section, Facts facts)
    {
        await person.GoAsync($"{CasePath}/sections/{section}");
        foreach (var (code, answer) in facts.Inputs)
        {
            await AnswerAsync($"i.{code}", answer);
        }

        foreach (var (group, rows) in facts.Groups)
        {
            for (var row = 0; row < rows.Length; row++)
            {
                if (await person.Page.Locator($"[name^='r.{group}.{row}.']").CountAsync() == 0)
                {
                    continue;
                }

                var rowsAsked = person.Page.Locator($"[data-asked]:not([data-asked='']):has([name='r.{group}.{row}.product'])");
                if (await rowsAsked.CountAsync() > 0)
                {
                    await Microsoft.Playwright.Assertions.Expect(rowsAsked).ToBeVisibleAsync();
                }

                foreach (var (code, answer) in rows[row].OrderBy(pair => pair.Key is "product" or "carrier" ? 0 : 1))
                {
                    await AnswerAsync($"r.{group}.{row}.{code}", answer);
                }
            }
        }

        await ExplainWarningsAsync();
        await SaveAsync($"{pictures}-section-{section}");
        if (await person.Page.Locator("[name^='w.']").CountAsync() > 0)
        {
            await ExplainWarningsAsync();
            await SaveAsync($"{pictures}-section-{section}-explained");
        }
    }

    private async Task AnswerAsync(string field, Answer answer)
    {
        var controls = person.Page.Locator($"[name='{field}']");
        if (await person.Page.Locator($"[data-asked='{field}']").CountAsync() > 0)
        {
            // What is asked for the chosen product appears once the choice is saved.
            await Microsoft.Playwright.Assertions.Expect(controls.First).ToBeVisibleAsync();
        }

        if (await controls.CountAsync() == 0 || !await VisibleAsync(controls.First))
        {
            return;
        }

        var kind = await controls.First.EvaluateAsync<string>("e => e.tagName === 'SELECT' ? 'select' : (e.type || '')");
        switch (kind)
        {
            case "select":
                await controls.First.SelectOptionAsync(answer.Text);
                break;
            case "radio" or "checkbox":
                foreach (var part in answer.Parts)
                {
                    await person.ChooseAsync(field, part);
                }

                break;
            default:
                await controls.First.FillAsync(answer.Text);
                break;
        }
    }

    private static Task<bool> VisibleAsync(Microsoft.Playwright.ILocator control) => control.EvaluateAsync<bool>("e => !e.closest('[hidden]')");

    private async Task ExplainWarningsAsync()
    {
        foreach (var text in await person.Page.Locator("textarea[name^='w.']").AllAsync())
        {
            await text.FillAsync("已与统计报表核对，数值无误。");
        }
    }

    private async Task SaveAsync(string title)
    {
        await person.ToNextPageAsync(() => person.Page.Locator("button[name='next'][value='stay']").First.EvaluateAsync("b => b.form.requestSubmit(b)"));
        await LookAsync(title);
    }

    private Task LookAsync(string title) => looks ? person.LookAsync(title) : Task.CompletedTask;

    private async Task<string> LinkOfLetterAsync(string email)
    {
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var folder = Path.Combine(portal.DataFolder, "mail");
            foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [])
            {
                var letter = await MimeMessage.LoadAsync(file);
                if (letter.To.ToString().Contains(email, StringComparison.OrdinalIgnoreCase) && LinkText().Match(letter.TextBody ?? letter.HtmlBody ?? "") is { Success: true } link)
                {
                    return new Uri(link.Value).PathAndQuery;
                }
            }

            await Task.Delay(500);
        }

        throw new InvalidOperationException($"No letter to {email} arrived.");
    }

    [GeneratedRegex("/apply/[0-9a-f-]{36}")]
    private static partial Regex CaseAddress();

    [GeneratedRegex("[0-9a-f]{64}")]
    private static partial Regex HashText();

    [GeneratedRegex("https?://[^\\s\"<>]+/account/confirm[^\\s\"<>]+")]
    private static partial Regex LinkText();
}
