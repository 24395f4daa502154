using System.Diagnostics;
using System.Globalization;
using GreenFactory.Application.Seeding;
using Microsoft.Playwright;

namespace GreenFactory.EndToEnd.Tests.Reliability;

/// <summary>
/// A person whose browser is killed while typing, with or without a network, before, during or after the save. Whoever opens the page again finds what was typed:
/// saved, or as the draft of that browser, which is then sent by itself.
/// </summary>
/// <param name="network">The wire to the portal.</param>
/// <param name="home">Address of the case.</param>
/// <param name="disturbance">Where the moments are counted.</param>
/// <param name="random">When.</param>
internal sealed class KilledBrowser(FlakyNetwork network, string home, Disturbance disturbance, Random random) : IAsyncDisposable
{
    private const string Field = "[name='i.land_area']";
    private readonly string _profile = Directory.CreateTempSubdirectory("greenfactory-e2e-browser-").FullName;

    /// <summary>What was typed last.</summary>
    public string Typed { get; private set; } = "";

    /// <summary>Types and has the browser killed, so many times, then looks a last time.</summary>
    public async Task TypeAsync(int kills, CancellationToken cancellation)
    {
        using var driver = await Playwright.CreateAsync();
        for (var kill = 1; kill <= kills; kill++)
        {
            var page = await OpenAsync(driver);
            Typed = string.Create(CultureInfo.InvariantCulture, $"9{kill:D2}");
            var cut = random.Next(2) == 0 ? network.CutAsync(TimeSpan.FromMilliseconds(random.Next(500, 1500)), cancellation) : Task.CompletedTask;
            await page.Locator(Field).FillAsync(Typed);
            // A browser writes a draft down within this time; the pause before a save is 800 ms.
            await Task.Delay(random.Next(150, 1400), cancellation);
            await KillAsync(cancellation);
            disturbance.Count("browser");
            await cut;
        }

        await OpenAsync(driver);
        await KillAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync(CancellationToken.None);
        Directory.Delete(_profile, recursive: true);
    }

    /// <summary>Opens the browser and the page as it was left, signs in where the session went with the browser, and waits until what was typed is there and saved.</summary>
    private async Task<IPage> OpenAsync(IPlaywright driver)
    {
        var browser = await driver.Chromium.LaunchPersistentContextAsync(_profile, Chromium.PersistentOptions(network.Address.ToString()));
        browser.SetDefaultTimeout((float)Disturbance.Patience.TotalMilliseconds);
        var page = browser.Pages[0];
        await page.GotoAsync($"/account/sign-in?ReturnUrl={Uri.EscapeDataString($"{home}/sections/land")}");
        if (await page.GetByLabel("邮箱").CountAsync() > 0)
        {
            await page.GetByLabel("邮箱").FillAsync("signer@cement.example");
            await page.GetByLabel("密码").FillAsync(DemonstrationAccounts.Password);
            await page.ClickAsync("button:text-is('登录')");
        }

        await page.WaitForURLAsync(address => address.EndsWith("/sections/land", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator(Field)).ToHaveValueAsync(Typed, new() { Timeout = (float)Disturbance.Patience.TotalMilliseconds });
        if (await page.Locator(Field).GetAttributeAsync("value") != Typed)
        {
            await page.Locator("[data-save-state='saved']").First.WaitForAsync();
        }

        return page;
    }

    private async Task KillAsync(CancellationToken cancellation)
    {
        using var kill = Process.Start("pkill", ["-KILL", "-f", "--", _profile]);
        await kill.WaitForExitAsync(cancellation);
    }
}
