using AngleSharp.Html.Dom;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Reviews;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.District;

/// <summary>The officer corrects what was chosen by choosing, and reads and writes words.</summary>
public sealed class WorkbenchFormTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task What_is_chosen_from_a_table_is_a_list_of_words_and_its_correction_is_told_in_words()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        var id = await new CaseBuilder(host.Services).ForNewOrganisation("重庆选项核定厂").SubmitAsync(cancellation);
        var review = new DistrictReview(host.Services, id, cancellation);
        Assert.True((await review.TakeAsync()).Succeeded);
        var officer = await host.SignInAsync(DistrictReview.Officer);
        await officer.GetAsync($"/district/cases/{id.Value}?indicator=energy_intensity");

        var choice = officer.Page.QuerySelectorAll("form[action*='handler=rule'] select").OfType<IHtmlSelectElement>().First(list => list.Options.Length > 5);
        Assert.All(choice.Options, option => Assert.Matches("\\p{IsCJKUnifiedIdeographs}", option.Text));
        var before = choice.Options.Single(option => option.IsSelected);
        var after = choice.Options.First(option => !option.IsSelected && option.Value.Length > 0);
        Assert.DoesNotContain(officer.Page.QuerySelectorAll("form[action*='handler=rule'] input[type=text]"), field => field.GetAttribute("value") == before.Value);

        await officer.SubmitAsync("form[action*='handler=rule']", new() { ["Kind"] = nameof(VerdictKind.Correct), ["Reason"] = "产品类别选错。", [choice.Name!] = after.Value });
        var ruled = (await review.ReadAsync())!;
        var told = VerdictWords.Of(ruled.Verdicts["energy_intensity"].Verdict, ruled.Declared);
        Assert.Contains($"{before.Text} 修改为 {after.Text}", told, StringComparison.Ordinal);
        Assert.DoesNotContain(after.Value, told, StringComparison.Ordinal);
    }
}
