using System.Diagnostics;
using GreenFactory.EndToEnd.Tests.Journey;
using GreenFactory.Testing;
using Microsoft.Playwright;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>
/// What is typed is never lost and never wins silently: two computers, a session that ends, a network and a server that go away or
/// cannot, a page that is left, an input method that composes, and a colleague at the same browser.
/// </summary>
public sealed class TypingJourneyTests
{
    private const string Saved = "[data-save-state='saved']";
    private const string Offline = "[data-save-state='offline']";
    private const string Clash = "[data-save-state='conflict']";

    [Fact]
    public async Task What_is_typed_survives_colleagues_sessions_networks_and_the_server()
    {
        await using var portal = new PortalProcess();
        await portal.StartAsync(TestContext.Current.CancellationToken);
        await using var browser = await Chromium.StartAsync();
        var signer = await Person.SignInAsync(browser, portal, "signer@cement.example");
        var editor = await Person.SignInAsync(browser, portal, "editor@cement.example");
        var applicant = new Applicant(signer, portal, looks: false, files: 0);
        await applicant.BeginAsync();
        var profile = $"{applicant.CasePath}/sections/profile";
        await signer.GoAsync(profile);
        await editor.GoAsync(profile);

        await TwoComputersAsync(signer, editor);
        await OlderDraftAsync(signer, editor, profile);
        await ComposingAsync(signer);
        await OfflineAsync(signer, applicant.CasePath);
        await ServerAwayAsync(signer, portal);
        await ServerBusyAsync(signer, profile);
        await LeavingAsync(signer, editor, profile);
        await SessionLostWhileTypingAsync(signer, profile);
        await EveryCookieLostWhileTypingAsync(signer, profile);
        await AnotherPersonAtTheSameBrowserAsync(signer, portal, profile);
        await applicant.ChooseRulesAsync("3011", "绿色工厂评价通则");
        await ComposingNumberAsync(signer, applicant.CasePath);
        await PrintsCarriersAsync(signer, applicant);
        await SessionLostWhileUploadingAsync(signer, applicant.CasePath);
        await EveryOtherFormAsync(signer, applicant.CasePath);
    }

    /// <summary>Two machines, one field: the later one sees both and chooses; another field of the same moment is simply saved.</summary>
    private static async Task TwoComputersAsync(Person signer, Person editor)
    {
        await SavesAsync(signer, () => TypeAsync(signer, "contact", "何景川"));
        await editor.Page.FillAsync("[name='p.department']", "环保部");
        await TypeAsync(editor, "contact", "周琳");
        await SeesStateAsync(editor, Clash);
        await editor.SeesAsync("已保存（何景川）：何景川");
        await editor.SeesAsync("：周琳");
        await editor.LookAsync("typing-conflict");
        await SavesAsync(editor, () => editor.Page.ClickAsync("text=采用我的"));
        await signer.Page.ReloadAsync();
        Assert.Equal(("周琳", "环保部"), (await ValueAsync(signer, "contact"), await ValueAsync(signer, "department")));
    }

    /// <summary>A draft made offline is opened again after a colleague saved a newer answer: both are shown, the older one does not win.</summary>
    private static async Task OlderDraftAsync(Person signer, Person editor, string profile)
    {
        await editor.GoAsync(profile);
        await CutOffAsync(editor);
        await TypeAsync(editor, "contact", "旧草稿");
        await SeesStateAsync(editor, Offline);
        await editor.Page.GotoAsync("about:blank");
        await SavesAsync(signer, () => TypeAsync(signer, "contact", "同事的新答案"));
        await editor.GoAsync(profile);
        await SeesStateAsync(editor, Clash);
        await editor.SeesAsync("旧草稿");
        Assert.Matches(@"\d{1,2}:\d{2}[^。]*旧草稿", await editor.Page.Locator("[data-autosave-conflict]").InnerTextAsync());
        Assert.Equal("同事的新答案", await ValueAsync(editor, "contact"));
        await editor.Page.ClickAsync("text=采用已保存的");
        await editor.GoAsync(profile);
        Assert.Equal("同事的新答案", await ValueAsync(editor, "contact"));
        Assert.Equal(0, await editor.Page.Locator("[data-autosave-conflict]").CountAsync());
    }

    /// <summary>Pinyin under way is neither saved nor judged; what it becomes is.</summary>
    private static async Task ComposingAsync(Person signer)
    {
        var sent = new List<string>();
        void Hear(object? sender, IRequest request) => sent.Add(request.Method == "POST" ? request.PostData ?? "" : "");
        signer.Page.Request += Hear;
        var session = await signer.Page.Context.NewCDPSessionAsync(signer.Page);
        await signer.Page.FocusAsync("[name='p.process']");
        await session.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = "shui'ni", ["selectionStart"] = 7, ["selectionEnd"] = 7 });
        await signer.Page.WaitForTimeoutAsync(1500);
        Assert.DoesNotContain(sent, body => body.Contains("p.process", StringComparison.Ordinal));
        await SavesAsync(signer, () => session.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "水泥" }));
        Assert.DoesNotContain(sent, body => body.Contains("shui", StringComparison.Ordinal));
        signer.Page.Request -= Hear;
    }

    /// <summary>A number under way is not judged either; what it becomes is.</summary>
    private static async Task ComposingNumberAsync(Person signer, string casePath)
    {
        await signer.GoAsync($"{casePath}/sections/land");
        var area = signer.Page.Locator("[name='i.land_area']");
        var session = await signer.Page.Context.NewCDPSessionAsync(signer.Page);
        await area.FocusAsync();
        await session.SendAsync("Input.imeSetComposition", new Dictionary<string, object> { ["text"] = "jiu'wan", ["selectionStart"] = 7, ["selectionEnd"] = 7 });
        await signer.Page.WaitForTimeoutAsync(1500);
        Assert.Equal(0, await signer.Page.Locator(".is-invalid").CountAsync());
        await SavesAsync(signer, () => session.SendAsync("Input.insertText", new Dictionary<string, object> { ["text"] = "九万" }));
        await Assertions.Expect(area).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-invalid"));
        await SavesAsync(signer, () => area.FillAsync("９８，０００"));
        await Assertions.Expect(area).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("is-invalid"));
    }

    /// <summary>保存 and 下一节 without a network stay on the page with the text; the network comes back and it is saved without a hand.</summary>
    private static async Task OfflineAsync(Person signer, string casePath)
    {
        await signer.Page.Context.SetOfflineAsync(true);
        await signer.Page.FillAsync("[name='p.address']", "断网时填写的地址");
        await signer.Page.PressAsync("[name='p.contact']", "Enter");
        await SeesStateAsync(signer, Offline);
        Assert.Equal("断网时填写的地址", await ValueAsync(signer, "address"));
        await signer.Page.ClickAsync("button[name='next'][value='next']");
        await SeesStateAsync(signer, Offline);
        Assert.Equal("断网时填写的地址", await ValueAsync(signer, "address"));
        await signer.LookAsync("typing-offline");
        await signer.Page.Context.SetOfflineAsync(false);
        await SeesStateAsync(signer, Saved);
        await signer.ToNextPageAsync(() => signer.Page.ClickAsync("button[name='next'][value='next']"));
        await signer.GoAsync($"{casePath}/sections/profile");
        Assert.Equal("断网时填写的地址", await ValueAsync(signer, "address"));
    }

    /// <summary>The server is killed while somebody types: the page tries again by itself.</summary>
    private static async Task ServerAwayAsync(Person signer, PortalProcess portal)
    {
        var restarted = portal.KillAndRestartAsync(TestContext.Current.CancellationToken);
        await TypeAsync(signer, "address", "重启期间填写的地址");
        await SeesStateAsync(signer, Offline);
        await restarted;
        await SeesStateAsync(signer, Saved);
    }

    /// <summary>The server answers that it cannot now: that is said, and the page tries again by itself, each time after a longer pause.</summary>
    private static async Task ServerBusyAsync(Person signer, string profile)
    {
        var (watch, tried) = (Stopwatch.StartNew(), new List<TimeSpan>());
        await signer.Page.RouteAsync($"**{profile}", async route =>
        {
            tried.Add(watch.Elapsed);
            await (tried.Count < 3 ? route.FulfillAsync(new RouteFulfillOptions { Status = 503 }) : route.ContinueAsync());
        });
        await signer.Page.FillAsync("[name='p.address']", "服务繁忙时填写的地址");
        await SeesStateAsync(signer, Offline);
        await signer.SeesAsync("服务暂时不可用，已暂存");
        await SeesStateAsync(signer, Saved);
        await signer.Page.UnrouteAsync($"**{profile}");
        Assert.Equal(3, tried.Count);
        Assert.True(tried[2] - tried[1] > tried[1] - tried[0], $"pauses of {tried[1] - tried[0]} and {tried[2] - tried[1]}");
    }

    /// <summary>What waits is sent when the page is hidden and when it is left, without the pause that follows typing; a colleague sees it at once.</summary>
    private static async Task LeavingAsync(Person signer, Person editor, string profile)
    {
        await signer.Page.EvaluateAsync("() => { window.setTimeout = () => 0; }");
        await signer.Page.FillAsync("[name='p.address']", "切换窗口时填写的地址");
        await signer.Page.RunAndWaitForResponseAsync(
            () => signer.Page.EvaluateAsync(
                "() => { Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true }); document.dispatchEvent(new Event('visibilitychange')); }"),
            answer => answer.Request.Method == "POST" && answer.Ok);
        await editor.GoAsync(profile);
        Assert.Equal("切换窗口时填写的地址", await ValueAsync(editor, "address"));

        await signer.Page.FillAsync("[name='p.address']", "离开前一刻填写的地址");
        await signer.GoAsync("/apply");
        for (var look = 0; look < 30 && await ValueAsync(editor, "address") != "离开前一刻填写的地址"; look++)
        {
            await editor.GoAsync(profile);
        }

        Assert.Equal("离开前一刻填写的地址", await ValueAsync(editor, "address"));
        await signer.GoAsync(profile);
    }

    /// <summary>The session ends while typing: it is said, the text stays, the person signs in beside it and goes on.</summary>
    private static async Task SessionLostWhileTypingAsync(Person signer, string profile)
    {
        await signer.Page.Context.ClearCookiesAsync(new BrowserContextClearCookiesOptions { NameRegex = new("gf_session.*") });
        await TypeAsync(signer, "address", "登录失效后填写的地址");
        await SeesStateAsync(signer, Offline);
        await signer.SeesAsync("登录已失效");
        await signer.LookAsync("typing-signed-out");
        await SignInBesideAsync(signer, "signer@cement.example");
        await SeesStateAsync(signer, Saved);
        await signer.GoAsync(profile);
        Assert.Equal("登录失效后填写的地址", await ValueAsync(signer, "address"));
    }

    /// <summary>Every cookie goes, the one that goes with the forms among them: the person signs in beside the page, which saves by itself and can be typed into as before.</summary>
    private static async Task EveryCookieLostWhileTypingAsync(Person signer, string profile)
    {
        await signer.Page.Context.ClearCookiesAsync();
        await TypeAsync(signer, "department", "清除全部数据后填写的部门");
        await SeesStateAsync(signer, Offline);
        await SignInBesideAsync(signer, "signer@cement.example");
        await SeesStateAsync(signer, Saved);
        Assert.Equal(0, await signer.Page.GetByText("刷新页面").CountAsync());
        await SavesAsync(signer, () => TypeAsync(signer, "department", "环保部"));
        await signer.GoAsync(profile);
        Assert.Equal("环保部", await ValueAsync(signer, "department"));
    }

    /// <summary>A draft belongs to a person: somebody else who signs in at the same browser neither sees nor sends it; its owner finds it again.</summary>
    private static async Task AnotherPersonAtTheSameBrowserAsync(Person signer, PortalProcess portal, string profile)
    {
        var page = signer.Page;
        await CutOffAsync(signer);
        await TypeAsync(signer, "address", "何景川的草稿");
        await SeesStateAsync(signer, Offline);
        await page.GotoAsync("about:blank");
        await page.Context.ClearCookiesAsync();
        await EnterAsync(page, portal.Address, "editor@cement.example");
        await signer.GoAsync(profile);
        await page.WaitForTimeoutAsync(1500);
        Assert.Equal("登录失效后填写的地址", await ValueAsync(signer, "address"));
        await page.Context.ClearCookiesAsync();
        await EnterAsync(page, portal.Address, "signer@cement.example");
        await SavesAsync(signer, () => signer.GoAsync(profile));
        Assert.Equal("何景川的草稿", await ValueAsync(signer, "address"));
    }

    /// <summary>What was typed of the energy carriers is printed as it was typed.</summary>
    private static async Task PrintsCarriersAsync(Person signer, Applicant applicant)
    {
        await signer.GoAsync($"{applicant.CasePath}/sections/energy");
        await SavesAsync(signer, () => signer.ChooseAsync("i.energy_by_carrier", "true"));
        await signer.Page.ReloadAsync();
        await SavesAsync(signer, () => signer.Page.Locator("[name='r.energy_carriers.0.carrier']").SelectOptionAsync("solar_electricity"));
        await SavesAsync(signer, () => signer.Page.Locator("[name='r.energy_carriers.0.amount']").FillAsync("120.5"));
        await PrintedSheet.WorksheetReadsAsync(await applicant.DownloadWorksheetAsync(), "自发自用可再生电力（光伏、风电）", "120.5");
    }

    /// <summary>A file sent without a session is not called uploaded; it goes by itself once the person has signed in.</summary>
    private static async Task SessionLostWhileUploadingAsync(Person signer, string casePath)
    {
        var page = signer.Page;
        await signer.GoAsync($"{casePath}/evidence/neg1");
        await page.Context.ClearCookiesAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "守法证明.pdf", MimeType = "application/pdf", Buffer = SmallPdf.Saying("neg1") });
        await page.ClickAsync("button:text-is('上传')");
        await page.GetByText("没有上传：登录已失效").WaitForAsync();
        Assert.DoesNotContain("已上传", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await signer.LookAsync("upload-signed-out");
        await signer.ToNextPageAsync(() => SignInBesideAsync(signer, "signer@cement.example"));
        await signer.SeesAsync("材料已上传");
        Assert.Equal(1, await page.GetByText("守法证明.pdf").CountAsync());
    }

    /// <summary>A form that no page marked: without network and session the page stays with what was typed, offers it again, and sends it once.</summary>
    private static async Task EveryOtherFormAsync(Person signer, string casePath)
    {
        const string Reason = "数据需要重新核实，暂不申报。";
        var (page, withdraw) = (signer.Page, $"{casePath}/withdraw");
        await signer.GoAsync(withdraw);
        await page.FillAsync("[name='Reason']", Reason);
        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync("button:text-is('撤回申报')");
        await page.Locator("[data-note='stuck']").WaitForAsync();
        await signer.SeesAsync("没有提交成功：网络中断");
        await page.Context.SetOfflineAsync(false);
        await signer.GoAsync("/apply");
        await signer.GoAsync(withdraw);
        await page.Locator("[data-note='found']").WaitForAsync();
        Assert.Equal(Reason, await page.InputValueAsync("[name='Reason']"));
        await page.Context.ClearCookiesAsync();
        await page.ClickAsync("button:text-is('撤回申报')");
        await page.Locator("[data-note='signed-out']").WaitForAsync();
        await SignInBesideAsync(signer, "signer@cement.example");
        await signer.ToNextPageAsync(() => page.ClickAsync("button:text-is('撤回申报')"));
        await signer.SeesAsync("已撤回申报。");
    }

    private static async Task TypeAsync(Person person, string field, string text)
    {
        await person.Page.FillAsync($"[name='p.{field}']", "");
        await person.Page.Locator($"[name='p.{field}']").PressSequentiallyAsync(text);
    }

    /// <summary>Does what makes the page save, and waits until the server has answered that it did.</summary>
    private static async Task SavesAsync(Person person, Func<Task> act)
    {
        await person.Page.RunAndWaitForResponseAsync(act, answer => answer.Request.Method == "POST" && answer.Url.Contains("/sections/", StringComparison.Ordinal) && answer.Ok);
        await SeesStateAsync(person, Saved);
    }

    /// <summary>Nothing that this page sends arrives any more, not even what it sends as it is left, which a browser's own offline switch lets through.</summary>
    private static Task CutOffAsync(Person person) => person.Page.EvaluateAsync("() => { window.fetch = () => Promise.reject(new TypeError('cut off')); }");

    private static Task<string> ValueAsync(Person person, string field) => person.Page.InputValueAsync($"[name='p.{field}']");

    private static Task SeesStateAsync(Person person, string state) => person.Page.Locator(state).First.WaitForAsync();

    /// <summary>Signs in in the window that the note offers, then comes back to the page.</summary>
    private static async Task SignInBesideAsync(Person person, string email)
    {
        var window = await person.Page.Context.RunAndWaitForPageAsync(() => person.Page.ClickAsync("text=在新窗口登录"));
        await EnterAsync(window, null, email);
        await window.CloseAsync();
        await person.Page.BringToFrontAsync();
        await person.Page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");
    }

    private static async Task EnterAsync(IPage page, string? address, string email)
    {
        if (address is not null)
        {
            await page.GotoAsync($"{address}/account/sign-in");
        }

        await page.GetByLabel("邮箱").FillAsync(email);
        await page.GetByLabel("密码").FillAsync(GreenFactory.Application.Seeding.DemonstrationAccounts.Password);
        await page.ClickAsync("button:text-is('登录')");
        await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("sign-in"));
    }
}
