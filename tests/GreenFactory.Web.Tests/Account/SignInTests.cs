using System.Net;
using GreenFactory.Testing;

namespace GreenFactory.Web.Tests.Account;

public sealed class SignInTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Form = "main form";

    [Theory]
    [InlineData("signer@cement.example", "/Apply")]
    [InlineData("officer@fuling.example", "/District")]
    [InlineData("ecology@fuling.example", "/Departments")]
    [InlineData("lead@city.example", "/City")]
    [InlineData("expert1@city.example", "/Experts")]
    [InlineData("admin@city.example", "/Admin/Campaigns")]
    public async Task Everybody_lands_at_the_desk_of_their_role(string email, string home)
    {
        var browser = await host.SignInAsync(email);
        var answer = await browser.GetAsync("/account/desks");
        Assert.Equal(home, answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_session_ended_elsewhere_is_signed_out_at_its_next_request()
    {
        var here = await host.SignInAsync("editor@cement.example");
        var there = await host.SignInAsync("editor@cement.example");
        await here.GetAsync("/account/security");
        await here.SubmitAsync("form[action*=EndOthers]");
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account/security")).StatusCode);
        Assert.StartsWith("/account/sign-in", (await there.GetAsync("/account/security")).Headers.Location!.PathAndQuery, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_post_without_the_pages_token_is_refused()
    {
        using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Input.Email"] = "lead@city.example", ["Input.Password"] = "GreenFactory2026" });
        var answer = await host.OpenBrowser().Client.PostAsync(new Uri("/account/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task One_browser_can_be_signed_in_to_two_municipalities_and_neither_account_works_in_the_other()
    {
        var browser = await host.SignInAsync("signer@yunzhou.example", pathBase: "/m/yunzhou");
        Assert.Equal("/m/yunzhou/Apply", (await browser.GetAsync("/m/yunzhou/account/desks")).Headers.Location?.ToString());
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.SignInAsync("signer@yunzhou.example"));
    }
}
