using System.Net;
using GreenFactory.Application.Seeding;
using GreenFactory.Cli.Commands;
using GreenFactory.Testing;
using GreenFactory.Web.Tests.Account;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Web.Tests.Hosting;

/// <summary>What must not be there outside a demonstration.</summary>
public sealed class ProductionTests(PlainHost host) : IClassFixture<PlainHost>
{
    [Fact]
    public async Task The_sign_in_page_names_no_demonstration_account_and_fills_none_in()
    {
        var browser = host.OpenBrowser();
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/sign-in?as=lead@city.example")).StatusCode);
        var html = browser.Page.DocumentElement.OuterHtml;
        Assert.DoesNotContain("演示账号", html, StringComparison.Ordinal);
        Assert.DoesNotContain(DemonstrationAccounts.Password, html, StringComparison.Ordinal);
        Assert.DoesNotContain("lead@city.example", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_no_clock_to_move_and_no_gallery()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenBrowser().GetAsync("/dev/clock")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenBrowser().GetAsync("/dev/gallery")).StatusCode);
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/health/nothing")]
    public async Task What_is_not_there_below_health_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.OpenBrowser().GetAsync(path)).StatusCode);

    [Fact]
    public async Task The_first_administrators_are_appointed_by_command_and_begin_with_a_letter()
    {
        await NoAdministratorsAsync();
        var (code, said) = await AppointAsync("--name", "陈管理", "--email", "First@City.example");
        Assert.True(code == 0, said);
        Assert.Contains("Appoint a second administrator", said, StringComparison.Ordinal);
        Assert.Equal((1, "gf: first@city.example is an administrator already"), await AppointAsync("--name", "陈管理", "--email", "first@city.example"));
        Assert.Equal(1, (await AppointAsync("--name", "别的姓名", "--email", "first@city.example")).Code);
        Assert.Equal((1, "gf: 'nobody' is no e-mail address that a letter can reach"), await AppointAsync("--name", "陈管理", "--email", "nobody"));
        Assert.Contains("there is no municipality 'xx'", (await AppointAsync("--name", "陈管理", "--email", "x@city.example", "--municipality", "xx")).Said, StringComparison.Ordinal);
        Assert.Equal(2, (await AppointAsync("--name", "陈管理")).Code);

        var person = host.OpenBrowser();
        await person.GetAsync("/account/forgot");
        await person.FollowAsync(await person.SubmitAsync("main form", new() { ["Email"] = "first@city.example" }));
        await person.GetAsync(await host.LinkAsync("First@city.example", "/account/reset", TestContext.Current.CancellationToken));
        await person.SubmitAsync("main form", new() { ["Input.Password"] = "mountain-rain-7" });
        var administrator = await host.SignInAsync("first@city.example", "mountain-rain-7");
        Assert.Equal("/account/two-factor", (await administrator.GetAsync("/admin/users")).Headers.Location?.ToString());
        await administrator.GetAsync("/account/two-factor");
        var key = administrator.Page.QuerySelector("main code")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        await administrator.SubmitAsync("form[action*='handler=On']", new() { ["Code"] = Authenticator.Code(key) });
        await administrator.GetAsync("/admin/log");
        Assert.Contains("平台运行方授予陈管理", administrator.Text, StringComparison.Ordinal);

        Assert.DoesNotContain("Appoint a second", (await AppointAsync("--name", "周管理", "--email", "second@city.example")).Said, StringComparison.Ordinal);
        await host.LinkAsync("First@city.example", "/account/desks", TestContext.Current.CancellationToken);
    }

    /// <summary>Tests copy a demonstration, which has administrators.</summary>
    private async Task NoAdministratorsAsync()
    {
        await using var owner = await host.Database.OpenAsSuperuserAsync(TestContext.Current.CancellationToken);
        await using var end = owner.CreateCommand();
        end.CommandText = "delete from membership where role = 'Administrator'";
        await end.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<(int Code, string Said)> AppointAsync(params string[] options)
    {
        using var said = new StringWriter();
        var code = await CommandLine.RunAsync(["admin", "create", "--database", host.Database.OwnerConnectionString, .. options], said, said, host.Services.GetRequiredService<TimeProvider>());
        return (code, said.ToString().Trim());
    }
}
