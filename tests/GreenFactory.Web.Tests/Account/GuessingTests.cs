using GreenFactory.Application.Access;
using GreenFactory.Application.Attempts;
using GreenFactory.Application.Seeding;
using GreenFactory.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GreenFactory.Web.Tests.Account;

/// <summary>Whoever guesses waits longer and longer; nobody else does.</summary>
public sealed class GuessingTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Wrong = "not the password 1";

    [Fact]
    public async Task A_stranger_who_guesses_waits_and_holds_up_neither_the_persons_own_browser_nor_a_colleague_at_the_same_address()
    {
        const string Office = "198.51.100.7";
        var own = host.OpenBrowserAt(Office);
        Assert.Equal("", await TryAsync(own, "market@fuling.example", DemonstrationAccounts.Password));
        await LeaveAsync(own);

        var stranger = host.OpenBrowserAt(Office);
        var said = new List<string>();
        for (var i = 0; i < 8; i++)
        {
            said.Add(await TryAsync(stranger, "market@fuling.example", Wrong));
            host.Machine.Advance(TimeSpan.FromSeconds(i < 4 ? 5 : 200));
        }

        Assert.All(said[..3], text => Assert.DoesNotContain("再试", text, StringComparison.Ordinal));
        Assert.Contains("请在5秒后再试", said[3], StringComparison.Ordinal);
        Assert.Contains("请在10秒后再试", said[4], StringComparison.Ordinal);
        Assert.Contains("请在20秒后再试", said[5], StringComparison.Ordinal);
        Assert.Contains("请在80秒后再试", said[7], StringComparison.Ordinal);

        await TryAsync(stranger, "market@fuling.example", Wrong);
        Assert.Contains("尝试次数过多，请在3分钟后再试", await TryAsync(stranger, "market@fuling.example", DemonstrationAccounts.Password), StringComparison.Ordinal);
        Assert.Equal("", await TryAsync(own, "market@fuling.example", DemonstrationAccounts.Password));
        Assert.Equal("", await TryAsync(host.OpenBrowserAt(Office), "emergency@fuling.example", DemonstrationAccounts.Password));

        host.Machine.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("", await TryAsync(stranger, "market@fuling.example", DemonstrationAccounts.Password));
    }

    [Fact]
    public async Task Guesses_from_everywhere_make_a_new_browser_wait_a_minute_at_most_and_a_known_one_not_at_all()
    {
        const string Email = "tax@fuling.example";
        var own = host.OpenBrowserAt("198.51.100.30");
        Assert.Equal("", await TryAsync(own, Email, DemonstrationAccounts.Password));
        await LeaveAsync(own);
        for (var i = 0; i < 26; i++)
        {
            await TryAsync(host.OpenBrowserAt($"203.0.113.{i}"), Email, Wrong);
            host.Machine.Advance(TimeSpan.FromSeconds(i < 25 ? 60 : 0));
        }

        Assert.Contains("请在60秒后再试", await TryAsync(host.OpenBrowserAt("203.0.113.99"), Email, DemonstrationAccounts.Password), StringComparison.Ordinal);
        Assert.Equal("", await TryAsync(own, Email, DemonstrationAccounts.Password));
        host.Machine.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal("", await TryAsync(host.OpenBrowserAt("203.0.113.99"), Email, DemonstrationAccounts.Password));
    }

    [Fact]
    public async Task Twenty_guesses_at_once_get_no_further_than_one_after_another()
    {
        var guessers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var browser = host.OpenBrowserAt("2001:db8:1:2::" + Random.Shared.Next(1, 9999));
            await browser.GetAsync("/account/sign-in");
            return browser;
        }));
        var said = await Task.WhenAll(guessers.Select(browser => SendAsync(browser, "reform@fuling.example", Wrong)));
        Assert.Equal(4, said.Count(text => text.Contains("邮箱或密码不正确", StringComparison.Ordinal)));
        Assert.Equal(16, said.Count(text => text.Contains("尝试次数过多", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Unknown_locked_and_unconfirmed_accounts_get_the_same_words_status_and_work_as_any_other()
    {
        await using (var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString))
        {
            await using var change = source.CreateCommand(
                "update portal_user set lockout_end = 'infinity' where email = 'expert2@city.example'; update portal_user set email_confirmed = false where email = 'expert3@city.example'");
            Assert.Equal(2, await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var counter = host.Services.GetRequiredService<QueryCounter>();
        var seen = new List<string>();
        foreach (var email in new[] { "expert1@city.example", "expert2@city.example", "expert3@city.example", "nobody@city.example" })
        {
            var browser = host.OpenBrowserAt("198.51.100.40");
            for (var i = 0; i < 5; i++)
            {
                await browser.GetAsync("/account/sign-in");
                counter.Reset();
                seen.Add($"{i} {await SendAsync(browser, email, Wrong)} {counter.Count}");
            }
        }

        Assert.All(seen.Chunk(5), tries => Assert.Equal(seen.Take(5), tries));
    }

    [Fact]
    public async Task Letters_asked_for_again_and_again_are_put_off_whether_there_is_such_an_account_or_not()
    {
        foreach (var page in new[] { "/account/forgot", "/account/resend" })
        {
            Assert.Equal(await AskAsync(page, "lead@fuling.example"), await AskAsync(page, "nobody@fuling.example"));
        }

        async Task<string> AskAsync(string page, string email)
        {
            var browser = host.OpenBrowserAt("198.51.100.50");
            for (var i = 0; i < 4; i++)
            {
                await browser.GetAsync(page);
                Assert.Equal("/account/letter-sent", (await browser.SubmitAsync("main form", new() { ["Email"] = email })).Headers.Location?.ToString());
            }

            await browser.GetAsync(page);
            await browser.SubmitAsync("main form", new() { ["Email"] = email });
            var said = browser.Page.QuerySelector(".gf-errsum")!.TextContent;
            Assert.Contains("请在60秒后再试", said, StringComparison.Ordinal);
            return said;
        }
    }

    [Fact]
    public async Task Counts_are_forgotten_after_two_days_and_hold_no_address_and_no_account()
    {
        const string Email = "signer@park.example";
        await TryAsync(host.OpenBrowserAt("198.51.100.60"), Email, Wrong);
        await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
        await using var readable = source.CreateCommand("select count(*) from attempt_counter a where a::text ilike '%park.example%' or a::text like '%198.51.100%'");
        Assert.Equal(0L, await readable.ExecuteScalarAsync(TestContext.Current.CancellationToken));

        await using var rows = source.CreateCommand("select count(*) from attempt_counter");
        Assert.True((long)(await rows.ExecuteScalarAsync(TestContext.Current.CancellationToken))! > 0);
        host.Machine.Advance(TimeSpan.FromHours(49));
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Use(AccessScope.System(PortalSeeder.Chongqing.Id));
        Assert.True(await scope.ServiceProvider.GetRequiredService<SweepAttemptsHandler>().HandleAsync(TestContext.Current.CancellationToken) > 0);
        Assert.Equal(0L, await rows.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What the page says; nothing when the person is signed in.</summary>
    private static async Task<string> TryAsync(Browser browser, string email, string password)
    {
        await browser.GetAsync("/account/sign-in");
        return await SendAsync(browser, email, password);
    }

    private static async Task<string> SendAsync(Browser browser, string email, string password)
    {
        var answer = await browser.SubmitAsync("main form", new() { ["Input.Email"] = email, ["Input.Password"] = password });
        return answer.Headers.Location is not null ? "" : $"{(int)answer.StatusCode} {browser.Page.QuerySelector(".gf-errsum")!.TextContent.Trim()}";
    }

    private static async Task LeaveAsync(Browser browser)
    {
        await browser.GetAsync("/account/sign-out");
        await browser.SubmitAsync("main form");
    }
}
