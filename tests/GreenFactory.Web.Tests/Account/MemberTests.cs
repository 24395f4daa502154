using GreenFactory.Testing;

namespace GreenFactory.Web.Tests.Account;

public sealed class MemberTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const string Page = "/apply/organisation";

    [Fact]
    public async Task A_signer_invites_a_colleague_who_then_works_for_the_unit_until_removed()
    {
        var signer = await host.SignInAsync("signer@cement.example");
        await InviteAsync(signer, "没有这个邮箱");
        Assert.Contains("请填写经办人的邮箱", signer.Text, StringComparison.Ordinal);
        await InviteAsync(signer, "signer@parts.example");
        Assert.Contains("邀请已发出", signer.Text, StringComparison.Ordinal);
        await WaitForAsync(signer, "罗一鸣");

        var colleague = await host.SignInAsync("signer@parts.example");
        await colleague.GetAsync(Page);
        var own = colleague.Page.QuerySelectorAll("section.gf-sec").Single(section => section.TextContent.Contains("重庆江岸特种水泥", StringComparison.Ordinal));
        Assert.Contains("只有申报负责人可以邀请", own.TextContent, StringComparison.Ordinal);

        await signer.GetAsync(Page);
        var row = signer.Page.QuerySelectorAll("tbody tr").Single(line => line.TextContent.Contains("罗一鸣", StringComparison.Ordinal));
        var member = row.QuerySelector("input[name=member]")!.GetAttribute("value");
        await signer.FollowAsync(await signer.SubmitAsync($"form:has(input[value='{member}'])"));
        Assert.Contains("成员已移除", signer.Text, StringComparison.Ordinal);
        await colleague.GetAsync(Page);
        Assert.DoesNotContain("重庆江岸特种水泥", colleague.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_an_account_gets_a_letter_that_leads_to_registration()
    {
        var signer = await host.SignInAsync("signer@park.example");
        await InviteAsync(signer, "colleague@park.example");
        Assert.StartsWith("/account/register", await host.LinkAsync("colleague@park.example", "/account/register", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task InviteAsync(Browser signer, string email)
    {
        await signer.GetAsync(Page);
        await signer.FollowAsync(await signer.SubmitAsync("form[action*='handler=Invite']", new() { ["Email"] = email }));
    }

    private static async Task WaitForAsync(Browser signer, string name)
    {
        for (var i = 0; i < 80; i++)
        {
            await signer.GetAsync(Page);
            if (signer.Text.Contains(name, StringComparison.Ordinal))
            {
                return;
            }

            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        Assert.Fail($"{name} did not become a member within 20 seconds.");
    }
}
