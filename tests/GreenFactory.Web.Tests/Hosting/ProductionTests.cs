using System.Net;
using GreenFactory.Application.Seeding;

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
}
