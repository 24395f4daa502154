using Microsoft.Playwright;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>The installed Chromium, driven as a person would drive it.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>The shell without a window of its own draws the same pages for much less processor time.</summary>
    private static readonly string[] Installed =
        ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly IPlaywright _driver;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright driver, IBrowser browser) => (_driver, _browser) = (driver, browser);

    private static string Program => Installed.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("No Chromium is installed: ./dev test installs it, or apt-get install chromium.");

    public static async Task<Chromium> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        return new Chromium(driver, await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Program, Args = Flags }));
    }

    /// <summary>How a browser is started that keeps its profile on the disk, so that it can be killed and opened again.</summary>
    public static BrowserTypeLaunchPersistentContextOptions PersistentOptions(string address) =>
        new() { ExecutablePath = Program, Args = Flags, BaseURL = address, Locale = "zh-CN", ViewportSize = new ViewportSize { Width = 1440, Height = 900 } };

    /// <summary>A fresh browser profile, as if on another person's machine.</summary>
    public async Task<IPage> OpenProfileAsync(string address, int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            Locale = "zh-CN",
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(20_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _driver.Dispose();
    }
}
