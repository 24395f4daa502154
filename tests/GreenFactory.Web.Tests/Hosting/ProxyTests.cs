using System.Net;
using GreenFactory.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Web.Tests.Hosting;

/// <summary>The portal behind nginx as shipped: a public address by https, one network that is believed, connections that come from a stated address.</summary>
public sealed class ProxiedHost : PortalHost
{
    /// <summary>Header by which a test says from where the connection comes.</summary>
    public const string From = "X-Test-Connection";

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
    {
        ["Portal:PublicAddress"] = "https://portal.example/",
        ["Proxy:Known"] = "172.30.11.0/24",
        ["Metrics:AllowedNetworks"] = "172.30.11.0/24",
        ["RateLimits:reset"] = "2",
        ["RateLimits:public-page"] = "2",
    };

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IStartupFilter, Connections>());
    }

    private sealed class Connections : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(context.Request.Headers[From].FirstOrDefault() ?? "172.30.11.5");
                return rest(context);
            });
            next(app);
        };
    }
}

/// <summary>In front of the portal: who is believed, what cookies and letters carry, and what stays closed.</summary>
public sealed class ProxyTests(ProxiedHost host) : IClassFixture<ProxiedHost>
{
    [Fact]
    public async Task A_reset_letter_asked_with_a_foreign_host_carries_the_public_address()
    {
        var person = Behind("203.0.113.7");
        person.Client.DefaultRequestHeaders.Host = "evil.example";
        await person.GetAsync("/account/forgot");
        await person.SubmitAsync("main form", new() { ["Email"] = "editor@cement.example" });

        await host.LinkAsync("editor@cement.example", "/account/reset", TestContext.Current.CancellationToken);
        var letter = Letters.Texts(host, "editor@cement.example").Last(text => text.Contains("/account/reset", StringComparison.Ordinal));
        Assert.Contains("https://portal.example/account/reset", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cookie_is_Secure_and_a_believed_proxy_makes_the_answer_strict_about_https()
    {
        var person = Behind("203.0.113.8");
        var page = await person.GetAsync("/account/sign-in");
        var answer = await person.SubmitAsync("main form", new() { ["Input.Email"] = "editor@cement.example", ["Input.Password"] = Application.Seeding.DemonstrationAccounts.Password });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var cookies = new[] { page, answer }.SelectMany(one => one.Headers.TryGetValues("Set-Cookie", out var set) ? set : []).ToList();
        Assert.Contains(cookies, cookie => cookie.StartsWith("gf_session", StringComparison.Ordinal));
        Assert.Contains(cookies, cookie => cookie.StartsWith("gf_form", StringComparison.Ordinal));
        Assert.All(cookies, cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.True((await Behind("203.0.113.8", scheme: "http").GetAsync("/account/sign-in")).Headers.Contains("Strict-Transport-Security"));
        Assert.False((await Behind("203.0.113.8", "198.51.100.1", "http").GetAsync("/account/sign-in")).Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Objections_are_never_refused_by_a_limit_however_many_come_from_one_address()
    {
        var person = Behind("203.0.113.60");
        var (notice, answers) = ($"/notices/{Guid.NewGuid():N}", new List<HttpStatusCode>());
        for (var i = 0; i < 12; i++)
        {
            await person.GetAsync("/account/sign-in");
            answers.Add((await person.PostAsync(notice, [])).StatusCode);
        }

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.NotFound, status));
    }

    [Fact]
    public async Task Limits_count_the_client_that_a_believed_proxy_names_and_not_the_one_a_stranger_makes_up()
    {
        Assert.Equal([200, 200, 429], await ResetsAsync("172.30.11.5", "203.0.113.21", "203.0.113.21", "203.0.113.21"));
        Assert.Equal([200, 200, 200], await ResetsAsync("172.30.11.5", "203.0.113.31", "203.0.113.32", "203.0.113.33"));
        Assert.Equal([200, 200, 429], await ResetsAsync("198.51.100.9", "203.0.113.41", "203.0.113.42", "203.0.113.43"));
    }

    [Theory]
    [InlineData("/metrics")]
    [InlineData("/METRICS")]
    [InlineData("/metrics/")]
    [InlineData("/%6Detrics")]
    [InlineData("/m/cq/metrics")]
    public async Task Metrics_are_closed_through_the_proxy_in_any_spelling_and_open_to_a_scraper_of_the_network(string path)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Behind("172.30.11.9").GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Behind("127.0.0.1").GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.OpenBrowser().GetAsync("/metrics")).StatusCode);
    }

    // The scheme is the one of the connection to the node; https, so that the test's browser sends Secure cookies back.
    private Browser Behind(string client, string from = "172.30.11.5", string scheme = "https")
    {
        var browser = new Browser(host.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new Uri($"{scheme}://portal.example") }));
        browser.Client.DefaultRequestHeaders.Add(ProxiedHost.From, from);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", client);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return browser;
    }

    private async Task<List<int>> ResetsAsync(string from, params string[] clients)
    {
        var statuses = new List<int>();
        foreach (var client in clients)
        {
            var browser = Behind(client, from);
            await browser.GetAsync("/account/forgot");
            var status = (int)(await browser.SubmitAsync("main form", new() { ["Email"] = "nobody@cement.example" })).StatusCode;
            statuses.Add(status is 302 ? 200 : status);
        }

        return statuses;
    }
}
