using GreenFactory.EndToEnd.Tests.Journey;
using GreenFactory.Testing.Cases;
using Microsoft.Playwright;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>
/// A return with field-exact unlock, in a browser: the officer names one indicator, the applicant can change what it reads and nothing else, and both
/// see before and after of what changed and of what moved because of it.
/// </summary>
public sealed class ReturnJourneyTests
{
    private const string Signer = "何景川";
    private const string Output = "[name='r.energy_products.0.output']";
    private const string Corrected = "1136756";

    [Fact]
    public async Task What_a_return_names_can_be_changed_and_both_sides_see_what_came_of_it()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var portal = new PortalProcess();
        await portal.StartAsync(cancellation);
        await using var browser = await Chromium.StartAsync();
        var signer = await Person.SignInAsync(browser, portal, "signer@cement.example");
        var applicant = new Applicant(signer, portal, "return", looks: false, files: 0);
        await applicant.BeginAsync();
        await applicant.FillFactoryProfileAsync();
        await applicant.ChooseRulesAsync("3011");
        await applicant.FillGatesAsync();
        await applicant.FillFactoryIndicatorsAsync(SampleFacts.CementWorks);
        await applicant.SignAsync(Signer);
        var caseId = applicant.CasePath["/apply/".Length..];
        var officer = await Person.SignInAsync(browser, portal, "officer@fuling.example");
        await ReturnAsync(officer, caseId);

        await signer.GoAsync($"{applicant.CasePath}/sections/land");
        await Assertions.Expect(signer.Page.Locator("[name='i.land_area']")).ToHaveAttributeAsync("readonly", "readonly");
        await signer.SeesAsync("只开放退回事项涉及的内容");
        await signer.LookAsync("return-locked");
        await signer.GoAsync($"{applicant.CasePath}/sections/energy");
        var before = await signer.Page.Locator(Output).InputValueAsync();
        await signer.Page.Locator(Output).FillAsync(Corrected);
        await signer.ToNextPageAsync(() => signer.Page.Locator("button[name='next'][value='stay']").First.EvaluateAsync("b => b.form.requestSubmit(b)"));
        Assert.Equal(Corrected, await signer.Page.Locator(Output).InputValueAsync());
        await signer.GoAsync($"{applicant.CasePath}/corrections");
        await signer.Page.Locator("[name='Answers[0].Text']").FillAsync("已扣除委托加工的产量。");
        await signer.ClickAsync("保存答复");
        await signer.GoAsync($"{applicant.CasePath}/check");
        await SeesChangesAsync(signer, before);
        await signer.LookAsync("return-check");
        await applicant.SignAsync(Signer);

        await officer.GoAsync($"/district/cases/{caseId}");
        await SeesChangesAsync(officer, before);
        await officer.LookAsync("return-workbench");
        await officer.GoAsync($"/district/cases/{caseId}/record");
        await SeesChangesAsync(officer, before);
        await officer.LookAsync("return-record");
    }

    private static async Task ReturnAsync(Person officer, string caseId)
    {
        await officer.GoAsync($"/district/cases/{caseId}");
        await officer.ClickAsync("受理");
        await officer.GoAsync($"/district/cases/{caseId}/return");
        await officer.Page.Locator("[name='LastDay']").FillAsync("2026-07-12");
        await officer.SeesAsync("截止：2026年7月12日 24:00");
        await officer.Page.Locator("[name='Items[0].Subject']").SelectOptionAsync("Indicator:energy_intensity");
        await officer.Page.Locator("[name='Items[0].Text']").FillAsync("请核对合格产量，扣除委托加工。");
        await officer.LookAsync("return-form");
        await officer.ClickAsync("退回补正");
    }

    private static async Task SeesChangesAsync(Person person, string before)
    {
        await person.SeesAsync("修改的填报项");
        await person.SeesAsync(before.Replace(",", "", StringComparison.Ordinal));
        await person.SeesAsync(Corrected);
        await person.SeesAsync("因此变动的得分和计算值");
        await person.SeesAsync("自评总分");
    }
}
