using System.Globalization;
using GreenFactory.Application.Ports.Pdf;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace GreenFactory.Infrastructure.Pdf;

/// <summary>
/// Prints by headless Chromium: tags, outline, repeated table heads. The text layer is right for every reader only where the document brings fonts of
/// TrueType outlines whose radicals have glyphs of their own; see docs/compatibility.md.
/// </summary>
public sealed class ChromiumPdfPrinter : IPdfPrinter, IAsyncDisposable
{
    private const string BusyMessage = "PDF 暂时无法生成，请稍后重试；您填写的内容已保存，不受影响。";
    private const string DeploymentMessage = "PDF 打印服务未就绪，暂时无法生成文件；您填写的内容已保存，不受影响。请联系系统管理员。";
    private readonly PdfOptions _options;
    private readonly ILogger<ChromiumPdfPrinter> _log;
    private readonly WarmBrowser _browser;
    private readonly SemaphoreSlim _turns;

    /// <summary>Creates the printer; the browser starts with the first document.</summary>
    public ChromiumPdfPrinter(PdfOptions options, ILogger<ChromiumPdfPrinter> log)
    {
        _options = options;
        _log = log;
        _browser = new WarmBrowser(options);
        _turns = new SemaphoreSlim(options.Concurrency, options.Concurrency);
    }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The request's origin is not this machine.</exception>
    public async Task<PdfResult> PrintAsync(PdfRequest request, CancellationToken cancellation)
    {
        if (request.Origin is { } origin && !NetworkFence.IsLoopback(origin))
            throw new ArgumentException($"Documents load only from this machine, not from {origin}.", nameof(request));

        await _turns.WaitAsync(cancellation);
        try
        {
            return await PrintInTurnAsync(request, cancellation);
        }
        finally
        {
            _turns.Release();
        }
    }

    /// <summary>Ends the browser.</summary>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _turns.Dispose();
    }

    private async Task<PdfResult> PrintInTurnAsync(PdfRequest request, CancellationToken cancellation)
    {
        try
        {
            return new PdfResult.Printed(await PrintOnceMoreAfterCrashAsync(request, cancellation));
        }
        catch (ChromiumMissingException e)
        {
            return Fail(DeploymentMessage, e.Message, retryable: false);
        }
        catch (TimeoutException)
        {
            await _browser.RestartAsync();
            var seconds = _options.Timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture);
            return Fail(BusyMessage, $"A document was not printed within {seconds} s; Chromium was restarted. Raise Pdf:TimeoutSeconds if documents are that long.", retryable: true);
        }
        catch (PlaywrightException e)
        {
            return Fail(BusyMessage, $"Chromium failed to print: {e.Message}", retryable: true);
        }
    }

    private async Task<byte[]> PrintOnceMoreAfterCrashAsync(PdfRequest request, CancellationToken cancellation)
    {
        var browser = await _browser.GetAsync(cancellation);
        try
        {
            return await PrintAsync(browser, request).WaitAsync(_options.Timeout, cancellation);
        }
        catch (PlaywrightException) when (!browser.IsConnected)
        {
            _log.LogWarning("Chromium went away while printing; it is started again.");
            browser = await _browser.GetAsync(cancellation);
            return await PrintAsync(browser, request).WaitAsync(_options.Timeout, cancellation);
        }
    }

    private async Task<byte[]> PrintAsync(IBrowser browser, PdfRequest request)
    {
        var documentUrl = request.Origin?.AbsoluteUri ?? NetworkFence.StandaloneDocument;
        await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            ServiceWorkers = ServiceWorkerPolicy.Block,
            AcceptDownloads = false,
            Locale = "zh-CN",
        });
        context.SetDefaultTimeout((float)_options.Timeout.TotalMilliseconds);
        await context.RouteAsync("**/*", new NetworkFence(documentUrl, request.Html, request.Origin).AnswerAsync);
        var page = await context.NewPageAsync();
        await page.GotoAsync(documentUrl, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        // Fonts are asked for by the first layout, so that one is made before they are waited for.
        await page.EvaluateAsync("() => { document.body.getBoundingClientRect(); return document.fonts.ready.then(() => undefined); }");
        return await page.PdfAsync(new PagePdfOptions
        {
            Format = PaperFormat.A4,
            PrintBackground = true,
            Tagged = true,
            Outline = true,
            PreferCSSPageSize = true,
        });
    }

    private PdfResult.Failed Fail(string message, string operatorMessage, bool retryable)
    {
        _log.LogError("PDF not printed: {Reason}", operatorMessage);
        return new PdfResult.Failed(message, operatorMessage, retryable);
    }
}
