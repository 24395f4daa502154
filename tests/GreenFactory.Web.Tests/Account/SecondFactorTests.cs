using System.Globalization;
using System.Net;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using Npgsql;

namespace GreenFactory.Web.Tests.Account;

public sealed class SecondFactorTests(SecondFactorHost host) : IClassFixture<SecondFactorHost>
{
    private const string SetUp = "/account/two-factor";
    private const string Restore = "form[action*='handler=Restore']";
    private const string Confirm = "form[action*='handler=ConfirmRestoration']";

    [Theory]
    [InlineData("officer@fuling.example", "/district")]
    [InlineData("ecology@fuling.example", "/departments")]
    [InlineData("officer@city.example", "/city")]
    [InlineData("expert1@city.example", "/experts")]
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
        // Read once: half a minute may end between two of the tries.
        var (before, now, next) = (Authenticator.Code(key, -1), Authenticator.Code(key), Authenticator.Code(key, 1));
        await person.SubmitAsync("form[action*='handler=On']", new() { ["Code"] = before });
        var recovery = person.Page.QuerySelectorAll(".gf-codes code").Select(code => code.TextContent).ToList();
        var secrets = await SecretsAsync();
        Assert.Equal(2, secrets.Count);
        Assert.All(recovery.Append(key), readable => Assert.DoesNotContain(readable, string.Concat(secrets), StringComparison.Ordinal));

        Assert.Equal(0, await AdmittedAsync(before));
        Assert.Equal(1, await AdmittedAsync(now));
        Assert.Equal(0, await AdmittedAsync(before, now));
        Assert.Equal(1, await AdmittedAsync([.. Enumerable.Repeat(next, 4)]));
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
            await using var command = source.CreateCommand("delete from attempt_counter");
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

    [Fact]
    public async Task Guessed_codes_make_whoever_guesses_wait()
    {
        await SetUpAsync("lead@fuling.example");
        var guesser = await host.SignInAsync("lead@fuling.example");
        for (var i = 0; i < 4; i++)
        {
            await StepAsync(guesser, "000000");
        }

        Assert.Contains("请在5秒后再试", guesser.Text, StringComparison.Ordinal);
        await StepAsync(guesser, "000000");
        Assert.Contains("尝试次数过多", guesser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_administrators_restore_a_person_who_lost_telephone_and_codes_and_nobody_does_it_alone()
    {
        const string Email = "signer@parts.example";
        var lost = await SetUpAsync(Email);
        var (first, second) = (await SetUpAsync("admin@city.example", "/admin/users"), await SetUpAsync("admin2@city.example", "/admin/users"));
        var (page, own) = ($"/admin/users/person/{await IdAsync(Email)}", $"/admin/users/person/{await IdAsync("admin@city.example")}");

        await first.GetAsync(page);
        await first.SubmitAsync(Restore, new() { ["Reason"] = "手机遗失", ["Papers"] = "" });
        Assert.Contains(RestorationErrors.ReasonMissing.Message, first.Text, StringComparison.Ordinal);
        await first.FollowAsync(await first.SubmitAsync(Restore, new() { ["Reason"] = "手机和恢复码一同遗失", ["Papers"] = "当面核对身份证和工作证原件" }));
        Assert.Contains("须由另一位管理员确认", first.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await lost.GetAsync("/apply")).StatusCode);
        await first.PostAsync($"{page}?handler=Restore", new() { ["Reason"] = "手机和恢复码一同遗失", ["Papers"] = "当面核对身份证和工作证原件" });
        Assert.Contains(RestorationErrors.AlreadyOpen.Message, first.Text, StringComparison.Ordinal);
        await first.PostAsync($"/admin/users/person/{await IdAsync("officer@fuling.example")}?handler=Restore", new() { ["Reason"] = "手机和恢复码一同遗失", ["Papers"] = "当面核对身份证和工作证原件" });
        Assert.Contains(RestorationErrors.NoFactor.Message, first.Text, StringComparison.Ordinal);

        await second.GetAsync(page);
        Assert.Contains("当面核对身份证和工作证原件", second.Text, StringComparison.Ordinal);
        var restoration = second.Page.QuerySelector($"{Confirm} input[name=restoration]")!.GetAttribute("value")!;
        await ConfirmAsync(first, page, restoration);
        Assert.Contains(RestorationErrors.FourEyes.Message, first.Text, StringComparison.Ordinal);
        await host.SetTimeAsync(TimeProvider.System.GetUtcNow().AddDays(4));
        await ConfirmAsync(second, page, restoration);
        Assert.Contains("已过期", second.Text, StringComparison.Ordinal);

        await first.GetAsync(page);
        await first.FollowAsync(await first.SubmitAsync(Restore, new() { ["Reason"] = "手机和恢复码一同遗失", ["Papers"] = "当面核对身份证和工作证原件" }));
        await second.GetAsync(page);
        await second.FollowAsync(await second.SubmitAsync(Confirm));
        Assert.Contains("原来的验证器和恢复码已失效", second.Text, StringComparison.Ordinal);
        Assert.StartsWith("/account/sign-in", (await lost.GetAsync("/apply")).Headers.Location!.PathAndQuery, StringComparison.OrdinalIgnoreCase);

        var again = await host.SignInAsync(Email);
        Assert.Equal(SetUp, (await again.GetAsync("/apply")).Headers.Location?.ToString());
        await second.GetAsync("/admin/log");
        Assert.Contains("管理员甲发起，管理员乙确认", second.Text, StringComparison.Ordinal);
        await first.GetAsync(own);
        Assert.Null(first.Page.QuerySelector(Restore));
        await WaitAsync(() => Letters.Texts(host, Email).Any(text => text.Contains("原来的验证器和恢复码已失效", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("the same person twice", "user_id => '{0}', by => '{1}', second => '{1}'", "23514")]
    [InlineData("one's own", "user_id => '{1}', by => '{1}', second => null", "23514")]
    [InlineData("confirmed by the person", "user_id => '{0}', by => '{1}', second => '{0}'", "23514")]
    [InlineData("too late", "user_id => '{0}', by => '{1}', second => '{2}', late => true", "23514")]
    [InlineData("two people in time", "user_id => '{0}', by => '{1}', second => '{2}'", null)]
    public async Task The_database_itself_refuses_what_is_not_done_by_two_others_in_time(string what, string arguments, string? refusal)
    {
        await using var connection = new NpgsqlConnection(host.Database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            begin;
            create function pg_temp.restore(user_id uuid, by uuid, second uuid, late boolean default false) returns void language sql as $$
              insert into second_factor_restoration (id, municipality_id, user_id, reason, papers, started_by, started_by_name, started_at, expires_at, confirmed_by, confirmed_by_name, confirmed_at)
              select gen_random_uuid(), (select id from municipality limit 1), user_id, 'r', 'p', by, 'a', now(), now() + interval '3 days', second, 'b',
                     case when second is not null then now() + case when late then interval '4 days' else interval '1 day' end end
            $$;
            """ + $"select pg_temp.restore({string.Format(CultureInfo.InvariantCulture, arguments, Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid())});",
            connection);
        var thrown = await Record.ExceptionAsync(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        Assert.True(refusal == (thrown as PostgresException)?.SqlState, $"{what}: {thrown?.Message}");
    }

    private async Task<Guid> IdAsync(string email)
    {
        await using var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString);
        await using var command = source.CreateCommand("select id from portal_user where email = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = email });
        return (Guid)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Sends the form of the second administrator, whether the page shows it or not.</summary>
    private static Task ConfirmAsync(Browser browser, string page, string restoration) =>
        browser.PostAsync($"{page}?handler=ConfirmRestoration", new() { ["restoration"] = restoration });

    private static async Task WaitAsync(Func<bool> holds)
    {
        for (var i = 0; i < 80 && !holds(); i++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        Assert.True(holds());
    }

    /// <summary>Signs in and sets the second factor up.</summary>
    private async Task<Browser> SetUpAsync(string email, string? desk = null)
    {
        var person = await host.SignInAsync(email);
        if (desk is not null)
        {
            Assert.Equal(SetUp, (await person.GetAsync(desk)).Headers.Location?.ToString());
        }

        await person.GetAsync(SetUp);
        var key = person.Page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await person.SubmitAsync("form[action*='handler=On']", new() { ["Code"] = Authenticator.Code(key) });
        return person;
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
