using System.Net;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Admin;

/// <summary>Two administrators with the same form open: the later one is told, sees what the other saved, and decides knowingly.</summary>
public sealed class TwoAdministratorsTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("/admin/campaigns", "Input.Basis", "甲写的依据", "乙写的依据")]
    [InlineData("/admin/announcements", "Input.Title", "甲写的标题", "乙写的标题")]
    public async Task The_later_one_is_told_sees_both_and_saves_knowingly(string list, string field, string first, string second)
    {
        var one = await host.SignInAsync("admin@city.example");
        var other = await host.SignInAsync("admin2@city.example");
        await one.GetAsync(list);
        var edit = one.Page.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!)
            .First(address => address.Contains("/edit/", StringComparison.OrdinalIgnoreCase));
        await one.GetAsync(edit);
        await other.GetAsync(edit);

        Assert.Equal(HttpStatusCode.Redirect, (await one.SubmitAsync("main form", new() { [field] = first })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await other.SubmitAsync("main form", new() { [field] = second })).StatusCode);
        Assert.Contains("内容刚被他人修改", other.Text, StringComparison.Ordinal);
        Assert.Contains(first, other.Text, StringComparison.Ordinal);
        Assert.Equal(second, Typed(other));

        await one.GetAsync(edit);
        Assert.Equal(first, Typed(one));
        Assert.Equal(HttpStatusCode.Redirect, (await other.SubmitAsync("main form", [])).StatusCode);
        await one.GetAsync(edit);
        Assert.Equal(second, Typed(one));

        string? Typed(Browser browser) =>
            browser.Page.QuerySelector($"[name='{field}']") is { } control ? control.GetAttribute("value") ?? control.TextContent.Trim() : null;
    }
}
