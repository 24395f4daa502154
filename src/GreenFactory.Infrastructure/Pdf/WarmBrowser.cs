using Microsoft.Playwright;

namespace GreenFactory.Infrastructure.Pdf;

/// <summary>One headless Chromium, started at the first use, kept for the next and replaced when it has died.</summary>
internal sealed class WarmBrowser(PdfOptions options) : IAsyncDisposable
{
    private static readonly string[] Quiet =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly SemaphoreSlim _starting = new(1, 1);
    private IPlaywright? _driver;
    private IBrowser? _browser;

    /// <summary>The running browser.</summary>
    /// <exception cref="ChromiumMissingException">No executable is installed.</exception>
    internal async Task<IBrowser> GetAsync(CancellationToken cancellation)
    {
        await _starting.WaitAsync(cancellation);
        try
        {
            if (_browser is { IsConnected: true })
                return _browser;
            var (path, problem) = ChromiumLocator.Find(options.ChromiumPath);
            if (path is null)
                throw new ChromiumMissingException(problem);
            await StopAsync();
            _driver = await Playwright.CreateAsync();
            _browser = await _driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Headless = true,
                ChromiumSandbox = options.Sandbox,
                Args = Quiet,
                Timeout = (float)options.Timeout.TotalMilliseconds,
                HandleSIGINT = false,
                HandleSIGTERM = false,
                HandleSIGHUP = false,
            });
            return _browser;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>Ends the browser, hung or not; the next use starts another.</summary>
    internal async Task RestartAsync()
    {
        await _starting.WaitAsync();
        try
        {
            await StopAsync();
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RestartAsync();
        _starting.Dispose();
    }

    private async Task StopAsync()
    {
        var (browser, driver) = (_browser, _driver);
        (_browser, _driver) = (null, null);
        try
        {
            if (browser is { IsConnected: true })
                await browser.CloseAsync().WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // It did not go by itself; ending the driver below takes the browser with it.
        }

        driver?.Dispose();
    }
}
