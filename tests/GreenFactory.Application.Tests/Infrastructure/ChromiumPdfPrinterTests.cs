using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using GreenFactory.Application.Ports.Pdf;
using GreenFactory.Infrastructure.Pdf;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace GreenFactory.Application.Tests.Infrastructure;

public sealed class ChromiumPdfPrinterTests
{
    private const string Hash = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_carries_the_chinese_text_the_documents_own_foot_and_its_number()
    {
        await using var printer = Printer(PdfOptions.Default);
        var html = Document($$"""
            <style>@page { size: A4; margin: 20mm; @bottom-right { content: counter(page) " / " counter(pages) } }</style>
            <table><tfoot><tr><td>全文指纹 {{Hash}}</td></tr></tfoot><tbody><tr><td>
            <h1>重庆市绿色工厂申报表</h1><p>单位产品综合能耗 103 kgce/t，得分 4.571</p>
            <p style="break-before:page">第二页：水泥熟料</p><p style="break-before:page">第三页：用地集约化</p>
            </td></tr></tbody></table>
            """);

        var pdf = await PrintAsync(printer, new PdfRequest(html));

        var pages = await Pdftotext.PagesAsync(pdf, Cancellation);
        Assert.Equal(3, pages.Count);
        Assert.Contains("重庆市绿色工厂申报表", pages[0], StringComparison.Ordinal);
        Assert.Contains("单位产品综合能耗 103 kgce/t", pages[0], StringComparison.Ordinal);
        Assert.Contains("水泥熟料", pages[1], StringComparison.Ordinal);
        Assert.All(pages, (page, index) =>
        {
            Assert.Single(Regex.Matches(page, Hash));
            Assert.Matches($@"{index + 1}\s*/\s*3", page);
        });
        Assert.Contains("/StructTreeRoot", Encoding.Latin1.GetString(pdf.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_portal_itself_is_asked_for_styles_and_scripts_do_not_run()
    {
        await using var portal = new LoopbackSite("p::after { content: '（样式已载入）' }");
        await using var stranger = new LoopbackSite("p { display: none }");
        await using var printer = Printer(PdfOptions.Default);
        var html = Document($"""
            <link rel="stylesheet" href="/css/print.css"><link rel="stylesheet" href="{stranger.Address}evil.css">
            <img src="{stranger.Address}pixel.png"><img src="file:///etc/hostname"><iframe src="{stranger.Address}frame"></iframe>
            <p>正文</p><script>document.querySelector('p').textContent = '被脚本改写'</script>
            """);

        var pdf = await PrintAsync(printer, new PdfRequest(html) { Origin = portal.Address });

        var text = Assert.Single(await Pdftotext.PagesAsync(pdf, Cancellation));
        Assert.Contains("正文（样式已载入）", text, StringComparison.Ordinal);
        Assert.Equal(["/css/print.css"], portal.Asked);
        Assert.Empty(stranger.Asked);
    }

    [Fact]
    public async Task A_document_cannot_be_printed_from_another_machine()
    {
        await using var printer = Printer(PdfOptions.Default);

        await Assert.ThrowsAsync<ArgumentException>(
            () => printer.PrintAsync(new PdfRequest("") { Origin = new Uri("http://169.254.169.254/") }, Cancellation));
    }

    [Fact]
    public async Task The_browser_is_started_again_after_a_crash()
    {
        await using var printer = Printer(PdfOptions.Default);
        await PrintAsync(printer, new PdfRequest(Document("<p>前</p>")));

        var browsers = OwnBrowsers().ToList();
        Assert.NotEmpty(browsers);
        foreach (var browser in browsers)
            browser.Kill(entireProcessTree: true);
        var pdf = await PrintAsync(printer, new PdfRequest(Document("<p>崩溃之后</p>")));

        Assert.Contains("崩溃之后", Assert.Single(await Pdftotext.PagesAsync(pdf, Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_that_never_finishes_fails_in_time_and_the_next_one_prints()
    {
        await using var portal = new LoopbackSite("") { NeverAnswers = true };
        await using var printer = Printer(PdfOptions.Default with { Timeout = TimeSpan.FromSeconds(10) });
        var html = Document("""<link rel="stylesheet" href="/never.css"><p>等待</p>""");

        var failed = Assert.IsType<PdfResult.Failed>(
            await printer.PrintAsync(new PdfRequest(html) { Origin = portal.Address }, Cancellation));

        Assert.True(failed.Retryable);
        Assert.Contains("稍后重试", failed.Message, StringComparison.Ordinal);
        Assert.Contains("10 s", failed.OperatorMessage, StringComparison.Ordinal);
        await PrintAsync(printer, new PdfRequest(Document("<p>下一份</p>")));
    }

    [Fact]
    public async Task Many_documents_at_once_all_print()
    {
        await using var printer = Printer(PdfOptions.Default);

        var printed = await Task.WhenAll(Enumerable.Range(1, 8).Select(number =>
            PrintAsync(printer, new PdfRequest(Document($"<p>文件{number}号</p>")))));

        for (var number = 1; number <= 8; number++)
            Assert.Contains($"文件{number}号", Assert.Single(await Pdftotext.PagesAsync(printed[number - 1], Cancellation)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_browser_the_person_reads_chinese_and_the_operator_what_to_install()
    {
        await using var printer = Printer(PdfOptions.Default with { ChromiumPath = "/nowhere/chromium" });

        var failed = Assert.IsType<PdfResult.Failed>(await printer.PrintAsync(new PdfRequest("<p>x</p>"), Cancellation));

        Assert.False(failed.Retryable);
        Assert.Contains("请联系系统管理员", failed.Message, StringComparison.Ordinal);
        Assert.Contains("Pdf:Chromium names '/nowhere/chromium'", failed.OperatorMessage, StringComparison.Ordinal);
    }

    private static ChromiumPdfPrinter Printer(PdfOptions options) => new(options, NullLogger<ChromiumPdfPrinter>.Instance);

    private static string Document(string body) =>
        $"""<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>申报表</title></head><body style="font-family:'Noto Sans CJK SC'">{body}</body></html>""";

    private static async Task<ReadOnlyMemory<byte>> PrintAsync(ChromiumPdfPrinter printer, PdfRequest request)
    {
        var result = await printer.PrintAsync(request, Cancellation);
        return (result as PdfResult.Printed)?.Content
            ?? throw new InvalidOperationException(((PdfResult.Failed)result).OperatorMessage);
    }

    private static IEnumerable<Process> OwnBrowsers() => Process.GetProcesses().Where(IsOwnBrowser);

    private static bool IsOwnBrowser(Process process)
    {
        try
        {
            return process.ProcessName.StartsWith("chrom", StringComparison.Ordinal)
                && File.ReadAllText($"/proc/{process.Id}/cmdline").Contains("--remote-debugging-pipe", StringComparison.Ordinal)
                && Ancestors(process.Id).Contains(Environment.ProcessId);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return false;
        }
    }

    private static IEnumerable<int> Ancestors(int id)
    {
        while (id > 1)
        {
            var status = File.ReadLines($"/proc/{id}/status").First(line => line.StartsWith("PPid:", StringComparison.Ordinal));
            id = int.Parse(status["PPid:".Length..], System.Globalization.CultureInfo.InvariantCulture);
            yield return id;
        }
    }
}
