using System.Net;
using GreenFactory.Testing;
using Npgsql;

namespace GreenFactory.Web.Tests.Account;

public sealed class SecondFactorTests(SecondFactorHost host) : IClassFixture<SecondFactorHost>
{
    private const string SetUp = "/account/two-factor";

    [Theory]
    [InlineData("officer@fuling.example", "/district")]
    [InlineData("ecology@fuling.example", "/departments")]
    [InlineData("officer@city.example", "/city")]
    [InlineData("expert1@city.example", "/experts")]
    [InlineData("admin2@city.example", "/admin/users")]
    [InlineData("audit@city.example", "/admin/log")]
    public async Task Whoever_decides_or_administers_must_set_it_up_before_working(string email, string desk)
    {
        var person = await host.SignInAsync(email);
        Assert.Equal(SetUp, (await person.GetAsync(desk)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task Applicants_work_without_it()
    {
        var person = await host.SignInAsync("signer@cement.example");
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/apply")).StatusCode);
    }

    [Fact]
    public async Task It_is_set_up_by_a_code_asked_for_at_sign_in_and_replaced_by_a_recovery_code_once()
    {
        var person = await host.SignInAsync("lead@city.example");
        await person.GetAsync(SetUp);
        var key = person.Page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await person.SubmitAsync("form[action*='handler=On']", new() { ["Code"] = "一二三四五六" });
        Assert.Contains("验证码不正确", person.Text, StringComparison.Ordinal);
        await person.SubmitAsync("form[action*='handler=On']", new() { ["Code"] = Typed(Authenticator.Code(key, -1)) });
        var recovery = person.Page.QuerySelectorAll(".gf-codes code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, recovery.Count);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/city")).StatusCode);

        var again = await host.SignInAsync("lead@city.example");
        Assert.StartsWith("/account/sign-in", (await again.GetAsync("/city")).Headers.Location!.PathAndQuery, StringComparison.OrdinalIgnoreCase);
        await StepAsync(again, "000 00");
        Assert.Contains("验证码不正确", again.Text, StringComparison.Ordinal);
        await StepAsync(again, Typed(Authenticator.Code(key)));
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/city")).StatusCode);

        var withoutTelephone = await host.SignInAsync("lead@city.example");
        await StepAsync(withoutTelephone, $" {recovery[0]} ");
        Assert.Equal(HttpStatusCode.OK, (await withoutTelephone.GetAsync("/city")).StatusCode);
        var twice = await host.SignInAsync("lead@city.example");
        await StepAsync(twice, recovery[0]);
        Assert.Contains("验证码不正确", twice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_once_whoever_comes_at_the_same_moment_and_its_secret_is_not_in_the_database()
    {
        const string email = "expert2@city.example";
        var person = await host.SignInAsync(email);
        await person.GetAsync(SetUp);
        var key = person.Page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await person.SubmitAsync("form[action*='handler=On']", new() { ["Code"] = Authenticator.Code(key, -1) });
        var recovery = person.Page.QuerySelectorAll(".gf-codes code").Select(code => code.TextContent).ToList();
        var secrets = await SecretsAsync();
        Assert.Equal(2, secrets.Count);
        Assert.All(recovery.Append(key), readable => Assert.DoesNotContain(readable, string.Concat(secrets), StringComparison.Ordinal));

        Assert.Equal(0, await AdmittedAsync(Authenticator.Code(key, -1)));
        Assert.Equal(1, await AdmittedAsync(Authenticator.Code(key)));
        Assert.Equal(0, await AdmittedAsync(Authenticator.Code(key, -1), Authenticator.Code(key)));
        Assert.Equal(1, await AdmittedAsync([.. Enumerable.Repeat(Authenticator.Code(key, 1), 4)]));
        Assert.Equal(1, await AdmittedAsync([.. Enumerable.Repeat(recovery[0], 4)]));
        Assert.Equal(0, await AdmittedAsync(recovery[0]));

        async Task<int> AdmittedAsync(params string[] codes)
        {
            await ForgetFailuresAsync();
            var browsers = new List<Browser>();
            foreach (var _ in codes)
            {
                var browser = await host.SignInAsync(email);
                await browser.GetAsync("/account/second-step");
                browsers.Add(browser);
            }

            var answers = await Task.WhenAll(browsers.Zip(codes, (browser, code) => browser.SubmitAsync("main form", new() { ["Code"] = code })));
            return answers.Count(answer => string.Equals(answer.Headers.Location?.ToString(), "/account/desks", StringComparison.OrdinalIgnoreCase));
        }

        async Task ForgetFailuresAsync()
        {
            await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
            await using var command = source.CreateCommand("update portal_user set access_failed_count = 0, lockout_end = null");
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        async Task<List<string>> SecretsAsync()
        {
            await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
            await using var command = source.CreateCommand($"select t.value from user_token t join portal_user u on u.id = t.user_id where u.email = '{email}'");
            await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var found = new List<string>();
            while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            {
                found.Add(rows.GetString(0));
            }

            return found;
        }
    }

    /// <summary>As a Chinese keyboard types it: full-width digits with a full-width blank between.</summary>
    private static string Typed(string code)
    {
        var wide = string.Concat(code.Select(digit => (char)(digit - '0' + '０')));
        return $"{wide[..3]}\u3000{wide[3..]}";
    }

    private static async Task StepAsync(Browser browser, string code)
    {
        await browser.GetAsync("/account/second-step");
        await browser.SubmitAsync("main form", new() { ["Code"] = code });
    }
}
