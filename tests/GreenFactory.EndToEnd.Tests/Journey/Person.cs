using GreenFactory.Application.Seeding;
using Microsoft.Playwright;

namespace GreenFactory.EndToEnd.Tests.Journey;

/// <summary>A person at a browser of their own, who looks at every page as axe does and, where asked for, keeps pictures of it.</summary>
internal sealed class Person(IPage page, string name)
{
    /// <summary>The folder that <c>./dev screenshots</c> names.</summary>
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("GREENFACTORY_SCREENSHOTS");

    public IPage Page => page;

    public static async Task<Person> SignInAsync(Chromium browser, PortalProcess portal, string email, string password = DemonstrationAccounts.Password)
    {
        var person = new Person(await browser.OpenProfileAsync(portal.Address), email.Replace('@', '-'));
        await person.GoAsync("/account/sign-in");
        await person.FillAsync("邮箱", email);
        await person.FillAsync("密码", password);
        await person.ClickAsync("登录");
        await Assertions.Expect(page: person.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("sign-in"));
        return person;
    }

    public async Task GoAsync(string path)
    {
        var response = await page.GotoAsync(path);
        Assert.True(response!.Ok, $"{path} answered {response.Status} to {name}");
    }

    public Task FillAsync(string label, string value) => page.GetByLabel(label, new PageGetByLabelOptions { Exact = false }).First.FillAsync(value);

    /// <summary>Presses a button and waits for the page it leads to.</summary>
    public Task ClickAsync(string button) =>
        ToNextPageAsync(() => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).First.ClickAsync());

    /// <summary>Presses a button whose form is refused: the page stays and says so.</summary>
    public async Task IsRefusedAsync(string button, string words)
    {
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = button, Exact = true }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main [data-note='stuck']")).ToContainTextAsync(words);
    }

    /// <summary>Does what leads to another page, or to the same one anew, and waits until it stands.</summary>
    public async Task ToNextPageAsync(Func<Task> act)
    {
        await page.EvaluateAsync("() => { window.stillThisPage = true; }");
        await act();
        for (var attempt = 0; attempt < 200; attempt++)
        {
            try
            {
                if (await page.EvaluateAsync<bool>("() => !window.stillThisPage && document.readyState === 'complete'"))
                {
                    return;
                }
            }
            catch (PlaywrightException exception) when (exception.Message.Contains("navigation", StringComparison.Ordinal) || exception.Message.Contains("context", StringComparison.Ordinal))
            {
                // The page is being replaced at this very moment.
            }

            await Task.Delay(100);
        }

        await SeesAsync("（下一页）");
    }

    /// <summary>Presses a button and has the server killed while the answer is on its way.</summary>
    public async Task IsKilledOnAsync(ILocator button, Func<Task> kill)
    {
        await button.EvaluateAsync("b => { setTimeout(() => b.form.requestSubmit(b), 0); }");
        await kill();
    }

    /// <summary>Chooses a radio button or checkbox by name and value.</summary>
    public Task ChooseAsync(string field, string value) => ChooseAsync(page.Locator($"[name='{field}'][value='{value}']").First);

    /// <summary>Chooses a radio button or checkbox; its label covers it, so it is the control itself that is clicked.</summary>
    public static Task ChooseAsync(ILocator control) => control.EvaluateAsync("e => { if (!e.checked) e.click(); }");

    /// <summary>The text must be on the page; otherwise what the page says of errors is told.</summary>
    public async Task SeesAsync(string text)
    {
        var body = await page.InnerTextAsync("body");
        Assert.True(body.Contains(text, StringComparison.Ordinal), $"{name} does not see “{text}” at {page.Url}:\n{body[..Math.Min(body.Length, 3000)]}");
    }

    /// <summary>Looks at the page as it stands: accessible, readable on a narrow screen without moving sideways, and kept as pictures where asked for.</summary>
    public async Task LookAsync(string title)
    {
        await Accessibility.AssertCleanAsync(page);
        await AssertFitsAsync(title);
        if (Pictures is not { Length: > 0 } folder)
        {
            return;
        }

        Directory.CreateDirectory(folder);
        foreach (var (width, suffix) in new[] { (390, "-390"), (1440, "") })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{title}{suffix}.png"), FullPage = true });
        }
    }

    /// <summary>WCAG 2.2, 1.4.10: at 320 px nothing makes the page wider than the screen.</summary>
    private async Task AssertFitsAsync(string title)
    {
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, 800);
        var wide = await page.EvaluateAsync<string>(
            "() => { const w = document.documentElement.clientWidth; return document.documentElement.scrollWidth <= w + 1 ? '' : [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > w + 1).slice(0, 6).map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`).join(', '); }");
        await page.SetViewportSizeAsync(size.Width, size.Height);
        Assert.True(wide.Length == 0, $"{title} is wider than a screen of 320 px: {wide}");
    }
}
