using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GreenFactory.Web.Tests.Account;

public sealed class PasswordResetTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Email = "signer@park.example";

    [Fact]
    public async Task A_letter_leads_to_a_new_password_once_and_ends_every_session()
    {
        var signedIn = await host.SignInAsync(Email);
        var person = host.OpenBrowser();
        await AskAsync(person, Email);
        var link = await host.LinkAsync(Email, "/account/reset", TestContext.Current.CancellationToken);

        await person.GetAsync(link);
        await person.SubmitAsync("main form", new() { ["Input.Password"] = "short" });
        Assert.NotNull(person.Page.QuerySelector(".gf-errsum"));
        await person.FollowAsync(await person.SubmitAsync("main form", new() { ["Input.Password"] = "another-password-1" }));
        Assert.Contains("新密码已设置", person.Text, StringComparison.Ordinal);

        await Assert.ThrowsAsync<InvalidOperationException>(() => host.SignInAsync(Email));
        await host.SignInAsync(Email, "another-password-1");
        Assert.StartsWith("/account/sign-in", (await signedIn.GetAsync("/apply")).Headers.Location!.PathAndQuery, StringComparison.OrdinalIgnoreCase);

        await person.GetAsync(link);
        await person.SubmitAsync("main form", new() { ["Input.Password"] = "a-third-password-1" });
        Assert.Contains("链接无效或已过期", person.Text, StringComparison.Ordinal);
    }

    /// <summary>A lock is an administrator's decision: whoever still reads the person's letters does not lift it.</summary>
    [Fact]
    public async Task A_new_password_does_not_open_an_account_that_an_administrator_locked()
    {
        const string locked = "signer@parts.example";
        await using (var source = NpgsqlDataSource.Create(host.Database.OwnerConnectionString))
        {
            await using var change = source.CreateCommand($"update portal_user set lockout_end = 'infinity' where email = '{locked}'");
            Assert.Equal(1, await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var person = host.OpenBrowser();
        await AskAsync(person, locked);
        await person.GetAsync(await host.LinkAsync(locked, "/account/reset", TestContext.Current.CancellationToken));
        await person.FollowAsync(await person.SubmitAsync("main form", new() { ["Input.Password"] = "another-password-2" }));
        Assert.Contains("新密码已设置", person.Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.SignInAsync(locked, "another-password-2"));
    }

    [Fact]
    public async Task An_address_without_an_account_gets_the_same_answer_and_no_letter()
    {
        var person = host.OpenBrowser();
        await AskAsync(person, "nobody@nowhere.example");
        Assert.Contains("如果填写的邮箱可以使用", person.Text, StringComparison.Ordinal);
        Assert.Empty(Letters.Texts(host, "nobody@nowhere.example"));
    }

    [Fact]
    public async Task A_letter_that_is_asked_for_is_an_event_whether_there_is_such_an_account_or_not()
    {
        var before = await AskedAsync();
        foreach (var address in new[] { "editor@cement.example", "nobody-else@nowhere.example" })
        {
            var person = host.OpenBrowser();
            await AskAsync(person, address);
            await person.GetAsync("/account/resend");
            await person.FollowAsync(await person.SubmitAsync("main form", new() { ["Email"] = address }));
        }

        Assert.Equal((before.Resets + 2, before.Confirmations + 2), await AskedAsync());
    }

    private async Task<(int Resets, int Confirmations)> AskedAsync()
    {
        await using var scope = PersonScope.OpenSystem(host.Services);
        var events = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().ProcessEvents.Select(row => row.Kind).ToListAsync(TestContext.Current.CancellationToken);
        return (events.Count(kind => kind == nameof(EventKind.PasswordResetAsked)), events.Count(kind => kind == nameof(EventKind.ConfirmationAsked)));
    }

    private static async Task AskAsync(Browser person, string email)
    {
        await person.GetAsync("/account/forgot");
        await person.FollowAsync(await person.SubmitAsync("main form", new() { ["Email"] = email }));
    }
}
