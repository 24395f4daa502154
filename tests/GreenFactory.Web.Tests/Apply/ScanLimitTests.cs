using System.Net;
using GreenFactory.Application.Ports;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GreenFactory.Web.Tests.Apply;

/// <summary>The portal with a scanner whose verdict a test chooses.</summary>
public sealed class ScannerHost : PortalHost, IVirusScanner
{
    /// <summary>What the scanner says.</summary>
    public ScanResult Verdict { get; set; } = new ScanResult.Unavailable("The scanner is away.");

    /// <inheritdoc/>
    public Task<ScanResult> ScanAsync(Stream content, CancellationToken cancellation) => Task.FromResult(Verdict);

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IVirusScanner>(this));
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
        Assert.Equal(HttpStatusCode.Redirect, (await declaration.UploadAsync(path, "waiting.pdf", new ByteArrayContent(CementDeclaration.Pdf))).StatusCode);
        Assert.Equal("Pending", await StateAsync());

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

    private async Task<string?> StateAsync() => await AskAsync("select scan::text from evidence_file where file_name = 'waiting.pdf'") as string;

    private async Task<object?> AskAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
