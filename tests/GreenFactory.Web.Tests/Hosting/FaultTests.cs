using System.Net;
using System.Text.RegularExpressions;
using GreenFactory.Testing;
using Npgsql;

namespace GreenFactory.Web.Tests.Hosting;

/// <summary>What people and load balancers see when the database lets the portal down.</summary>
public sealed partial class FaultTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task A_page_that_fails_says_so_in_Chinese_with_a_number_and_tells_nothing_of_the_inside()
    {
        var browser = host.OpenBrowser();
        await browser.GetAsync("/help");
        await TakeAwayAsync("green_unit");
        var answer = await browser.GetAsync("/register");
        await GiveBackAsync("green_unit");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("平台出了故障", browser.Page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Matches(Number(), browser.Page.QuerySelector("main code")!.TextContent);
        var html = browser.Page.DocumentElement.OuterHtml;
        foreach (var inside in (string[])["Npgsql", "Exception", "   at ", "green_unit", "permission denied"])
        {
            Assert.DoesNotContain(inside, html, StringComparison.Ordinal);
        }

        Assert.True(answer.Headers.CacheControl is { NoStore: true });
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/register")).StatusCode);
    }

    [Fact]
    public async Task A_form_with_a_character_that_no_form_can_carry_is_told_what_is_wrong()
    {
        var browser = host.OpenBrowser();
        await browser.GetAsync("/objections");
        var answer = await browser.SubmitAsync("main form", new() { ["Code"] = "AB\0CD" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("U+0000", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("打开得太久", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_tells_living_from_being_ready()
    {
        var browser = host.OpenBrowser();
        Assert.Equal("live", await ReadAsync("/health/live"));
        Assert.Equal("ready", await ReadAsync("/health/ready"));
        await TakeAwayAsync("municipality");
        using var live = await browser.GetAsync("/health/live");
        using var ready = await browser.GetAsync("/health/ready");
        await GiveBackAsync("municipality");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("ready", await ReadAsync("/health/ready"));

        Task<string> ReadAsync(string path) => browser.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }

    private Task TakeAwayAsync(string table) => ExecuteAsync($"revoke select on {table} from greenfactory_app");

    private Task GiveBackAsync(string table) => ExecuteAsync($"grant select on {table} to greenfactory_app");

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("^[0-9a-zA-Z:]{8,}$")]
    private static partial Regex Number();
}
