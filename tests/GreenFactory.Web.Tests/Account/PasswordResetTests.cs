using GreenFactory.Testing;

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

    [Fact]
    public async Task An_address_without_an_account_gets_the_same_answer_and_no_letter()
    {
        var person = host.OpenBrowser();
        await AskAsync(person, "nobody@nowhere.example");
        Assert.Contains("如果填写的邮箱可以使用", person.Text, StringComparison.Ordinal);
        Assert.Empty(Letters.Texts(host, "nobody@nowhere.example"));
    }

    private static async Task AskAsync(Browser person, string email)
    {
        await person.GetAsync("/account/forgot");
        await person.FollowAsync(await person.SubmitAsync("main form", new() { ["Email"] = email }));
    }
}
