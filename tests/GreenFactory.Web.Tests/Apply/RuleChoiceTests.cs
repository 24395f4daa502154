using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Apply;

/// <summary>An industry that several rule sets cover: the applicant chooses, and says why.</summary>
public sealed class RuleChoiceTests(PortalHost portal) : IClassFixture<PortalHost>
{
    [Theory]
    [InlineData("signer@cement.example", "2612", "烧碱", "纯碱")]
    [InlineData("signer@parts.example", "3212", "锌冶炼", "铅冶炼")]
    public async Task The_sets_are_offered_none_is_taken_without_a_choice_and_a_reason_and_the_reason_is_kept(string email, string industry, string one, string other)
    {
        await portal.SetTimeAsync(PortalDatabase.Start);
        var signer = await portal.SignInAsync(email);
        await signer.GetAsync("/apply");
        var home = (await signer.SubmitAsync("main form", new() { ["purpose"] = "NewEntry" })).Headers.Location!.ToString();
        await signer.GetAsync($"{home}/rules?industry={industry}");
        Assert.Contains("该行业适用多个规则集，请选择一个", signer.Text, StringComparison.Ordinal);
        var labels = signer.Page.QuerySelectorAll("#RuleSet label").Select(label => label.TextContent).ToList();
        Assert.Equal(2, labels.Count(label => label.Contains(one, StringComparison.Ordinal) || label.Contains(other, StringComparison.Ordinal)));

        await signer.SubmitAsync("main form.gf-sec");
        Assert.NotNull(signer.Page.QuerySelector(".gf-errsum"));
        var chosen = signer.Page.QuerySelectorAll("#RuleSet .form-check").Single(check => check.TextContent.Contains(one, StringComparison.Ordinal)).QuerySelector("input")!.GetAttribute("value")!;
        await signer.SubmitAsync("main form.gf-sec", new() { ["RuleSet"] = chosen });
        Assert.NotNull(signer.Page.QuerySelector(".gf-errsum"));
        await signer.FollowAsync(await signer.SubmitAsync("main form.gf-sec", new() { ["RuleSet"] = chosen, ["Reason"] = "该产品产值占比超过 60%。" }));

        await signer.GetAsync($"{home}/rules");
        Assert.Contains(one, signer.Page.QuerySelector(".gf-note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("该产品产值占比超过 60%", signer.Text, StringComparison.Ordinal);
    }
}
