using System.Net;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Seeding;
using GreenFactory.Testing;
using Microsoft.Extensions.DependencyInjection;

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
        var today = $"{(host.Machine.GetUtcNow() + host.Services.GetRequiredService<PortalClock>().Offset).ToOffset(TimeSpan.FromHours(8)):M月d日}";
        var here = await host.SignInAsync("editor@cement.example");
        var there = await host.SignInAsync("editor@cement.example");
        await here.GetAsync("/account/security");
        await here.SubmitAsync("form[action*=EndOthers]");
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account/security")).StatusCode);
        Assert.All(here.Page.QuerySelectorAll("main td[data-l=登录], main td[data-l=最近使用]"), cell => Assert.StartsWith(today, cell.TextContent.Trim(), StringComparison.Ordinal));
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

    [Fact]
    public async Task A_session_lasts_a_day_at_most_however_much_it_is_used()
    {
        var browser = await host.SignInAsync("officer@city.example");
        host.Machine.Advance(TimeSpan.FromHours(23));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/city")).StatusCode);
        host.Machine.Advance(TimeSpan.FromHours(2));
        Assert.StartsWith("/account/sign-in", (await browser.GetAsync("/city")).Headers.Location!.PathAndQuery, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("li@重庆绿能.中国")]
    [InlineData("李四@corp.example")]
    public async Task Somebody_whose_address_is_written_in_Chinese_can_register(string email)
    {
        var person = host.OpenBrowser();
        await person.GetAsync("/account/register");
        var answer = await person.SubmitAsync("main form", new()
        {
            ["Input.PersonName"] = "李四",
            ["Input.Email"] = email,
            ["Input.Phone"] = "13800000000",
            ["Input.Password"] = "another-sentence-7",
        });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task A_password_is_changed_with_the_present_one_and_other_sessions_end()
    {
        const string Email = "expert3@city.example";
        var (here, there) = (await host.SignInAsync(Email), await host.SignInAsync(Email));
        Assert.Contains("现在的密码不正确", await ChangeAsync(here, "not the password 1", "another-sentence-7"), StringComparison.Ordinal);
        foreach (var easy in new[] { "woaini1314520", "1qaz2wsx3edc", "qwerty123456", "passw0rd2026", "chongqing2026", "expert3expert3", "aaaaaaaaaa1", "greenfactory123" })
        {
            Assert.Contains("不要用常见密码", await ChangeAsync(here, DemonstrationAccounts.Password, easy), StringComparison.Ordinal);
        }

        Assert.Contains("密码已修改", await ChangeAsync(here, DemonstrationAccounts.Password, "another-sentence-7"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/experts")).StatusCode);
        Assert.StartsWith("/account/sign-in", (await there.GetAsync("/experts")).Headers.Location!.PathAndQuery, StringComparison.OrdinalIgnoreCase);
        await host.SignInAsync(Email, "another-sentence-7");
        await Assert.ThrowsAsync<InvalidOperationException>(() => host.SignInAsync(Email));

        static async Task<string> ChangeAsync(Browser browser, string present, string password)
        {
            await browser.GetAsync("/account/password");
            await browser.FollowAsync(await browser.SubmitAsync("main form", new() { ["Input.Present"] = present, ["Input.Password"] = password }));
            return browser.Text;
        }
    }
}
