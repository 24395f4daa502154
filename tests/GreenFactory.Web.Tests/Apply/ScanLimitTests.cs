using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Ports.Scanning;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Infrastructure.VirusScan;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace GreenFactory.Web.Tests.Apply;

/// <summary>Keeps what the operator reads. It is an object of its own: a logger that ends disposes of its sinks.</summary>
internal sealed class KeptLog : ILogEventSink
{
    private readonly MessageTemplateTextFormatter format = new(OneLineValues.Line, CultureInfo.InvariantCulture);
    private readonly ConcurrentQueue<string> written = new();

    public IReadOnlyList<string> Lines => string.Concat(written).Split('\n');

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter();
        format.Format(logEvent, line);
        written.Enqueue(line.ToString());
    }
}

/// <summary>The portal with a scanner that takes less than people may upload, whose verdict a test chooses; its log is kept line by line.</summary>
public sealed class ScannerHost : PortalHost, IVirusScanner
{
    private readonly KeptLog log = new();
    private readonly TcpListener clamd = new(IPAddress.Loopback, 0);

    /// <summary>Opens the scanner's port.</summary>
    public ScannerHost()
    {
        clamd.Start();
        Settings = new Dictionary<string, string>
        {
            ["Files:MaxMegabytes"] = "50",
            ["Scan:Clamd"] = $"tcp://{clamd.LocalEndpoint}",
            ["Scan:StreamMaxMegabytes"] = "1",
        };
        Serving = ServeAsync();
    }

    /// <summary>What the scanner says; null for what the portal's own client of clamd says.</summary>
    public ScanResult? Verdict { get; set; } = new ScanResult.Unavailable("The scanner is away.");

    /// <summary>The lines that the operator reads.</summary>
    public IReadOnlyList<string> Log => log.Lines;

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Settings { get; }

    private Task Serving { get; }

    /// <inheritdoc/>
    public async Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellation) =>
        Verdict ?? await new ClamAvScanner(Services.GetRequiredService<ClamAvOptions>()).ScanAsync(content, cancellation);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        clamd.Dispose();
        await Serving;
        await base.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IVirusScanner>(this).AddSingleton<ILogEventSink>(log));
    }

    /// <summary>Reads what is sent and says nothing, as clamd does until the end of a file.</summary>
    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await clamd.AcceptTcpClientAsync();
                await client.GetStream().CopyToAsync(Stream.Null);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or IOException)
        {
            // The host is gone.
        }
    }
}

/// <summary>A file longer than the scanner takes ends with a reason, at once or when the scanner is back, and is not tried for ever.</summary>
public sealed class ScanLimitTests(ScannerHost host) : IClassFixture<ScannerHost>
{
    [Fact]
    public async Task A_file_above_the_scanners_limit_is_refused_in_words_and_one_that_waited_for_the_scanner_ends_with_the_reason()
    {
        await host.SetTimeAsync(new DateTimeOffset(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        var person = await host.SignInAsync("signer@parts.example");
        var declaration = await CementDeclaration.BeginAsync(person);
        var path = $"{declaration.Home}/evidence/neg1";
        host.Verdict = new ScanResult.Unavailable("The scanner is away.");
        Assert.Equal(HttpStatusCode.Redirect, (await declaration.UploadAsync(path, "waiting.pdf", new ByteArrayContent(CementDeclaration.Pdf))).StatusCode);
        Assert.Equal("Pending", await StateAsync());
        using var scan = new MemoryStream(CementDeclaration.Pdf);
        var paper = await new CityCases(host.Services, TestContext.Current.CancellationToken).AsAsync<KeepClaimPaperHandler, Result<ClaimPaper>>(
            "signer@parts.example", Desk.Account, handler => handler.KeepAsync(scan, "营业执照.pdf", TestContext.Current.CancellationToken));
        Assert.Equal("file.not_scanned", paper.Error.Code);

        host.Verdict = new ScanResult.TooLong("Raise StreamMaxLength.");
        var refused = await declaration.UploadAsync(path, "long.pdf", new ByteArrayContent(SmallPdf.Saying("long")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("拆分为多个文件", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);

        for (var i = 0; i < 100 && await StateAsync() is "Pending"; i++)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        Assert.Equal("Quarantined", await StateAsync());
        await person.GetAsync(path);
        Assert.Contains("超过病毒检查能处理的大小", person.Text, StringComparison.Ordinal);
        Assert.Equal(0L, await AskAsync("select count(*) from outbox_message where kind = 'scan' and done_at is null"));
    }

    /// <summary>What the operator reads at the start, and what a person reads of a file between the two limits.</summary>
    [Fact]
    public async Task The_limits_of_portal_and_scanner_are_compared_at_the_start_and_a_file_between_them_is_refused_in_words()
    {
        await host.SetTimeAsync(new DateTimeOffset(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        var person = await host.SignInAsync("signer@cement.example");
        var declaration = await CementDeclaration.BeginAsync(person);
        var warning = Assert.Single(host.Log, line => line.Contains("is above Scan:StreamMaxMegabytes (1)", StringComparison.Ordinal));
        Assert.Contains("[WRN] Files:MaxMegabytes (50) ", warning, StringComparison.Ordinal);
        Assert.Contains("Raise StreamMaxLength in clamd.conf", warning, StringComparison.Ordinal);

        host.Verdict = null;
        var refused = await declaration.UploadAsync($"{declaration.Home}/evidence/neg1", "between.pdf", new ByteArrayContent(SmallPdf.Saying("between", filler: 2_000_000)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("拆分为多个文件", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Equal(0L, await AskAsync("select count(*) from evidence_file where file_name = 'between.pdf'"));
    }

    /// <summary>Whatever a caller writes into an address, a header or a form of the running portal, every line of its log begins as the portal begins its lines.</summary>
    [Fact]
    public async Task No_caller_writes_a_line_of_the_log()
    {
        const string forged = "2026-07-06T09:00:00.000+08:00 [INF] HTTP GET /forged responded 200";
        var stranger = host.OpenBrowser();
        stranger.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"x {forged}");
        foreach (var (path, broken) in from path in (string[])["/register/", "/help/", "/m/", "/district/cases/", "/api/", "/js/", "/health/", "/metrics/", "/account/sign-in/"]
                                       from separator in (string[])["\r\n", "\n", "\u2028", "\u0085", "\u001B[2K\r"]
                                       select (path, separator))
        {
            await stranger.GetAsync($"{path}{Uri.EscapeDataString(broken + forged)}?q={Uri.EscapeDataString(broken + forged)}");
        }

        await stranger.GetAsync("/account/sign-in");
        await stranger.SubmitAsync("main form", new() { ["Input.Email"] = $"a@b.example\r\n{forged}", ["Input.Password"] = $"\n{forged}" });
        Assert.True(host.Log.Count(line => line.Contains("forged", StringComparison.Ordinal)) >= 40, "the addresses were not logged at all");
        Assert.DoesNotContain(host.Log, line => line.TrimStart('\r', '\u001B', '\u2028', '\u0085').StartsWith(forged, StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log, line => line.AsSpan().TrimEnd('\r').IndexOfAny('\r', '\u001B', '\u2028') >= 0);
        Assert.All(host.Log.Where(line => line.Contains("forged", StringComparison.Ordinal)), line => Assert.Matches(@"^\d{4}-\d\d-\d\dT[^ ]+ \[[A-Z]{3}\] (?!HTTP GET /forged)", line));
    }

    private async Task<string?> StateAsync() => await AskAsync("select scan::text from evidence_file where file_name = 'waiting.pdf'") as string;

    private async Task<object?> AskAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
