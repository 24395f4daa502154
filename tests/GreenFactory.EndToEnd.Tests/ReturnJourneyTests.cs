using GreenFactory.EndToEnd.Tests.Journey;
using Microsoft.Playwright;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>
/// A return with field-exact unlock, in a browser: the officer names one indicator, the applicant can change what it reads and nothing else, and both
/// see before and after of what changed and of what moved because of it.
/// </summary>
public sealed class ReturnJourneyTests
{
    private const string Output = "[name='r.energy_products.0.output']";
    private const string Corrected = "1136756";

    [Fact]
    public async Task What_a_return_names_can_be_changed_and_both_sides_see_what_came_of_it()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var portal = new PortalProcess();
        await portal.StartAsync(cancellation);
        await using var browser = await Chromium.StartAsync();
        var signer = await Person.SignInAsync(browser, portal, FiledCase.Signer);
        var home = await FiledCase.FileAsync(portal, "绿色工厂评价通则");
        var caseId = home["/apply/".Length..];
        var officer = await Person.SignInAsync(browser, portal, "officer@fuling.example");
        await ReturnAsync(officer, caseId);

        await signer.GoAsync($"{home}/sections/land");
        await Assertions.Expect(signer.Page.Locator("[name='i.land_area']")).ToHaveAttributeAsync("readonly", "readonly");
        await signer.SeesAsync("只开放退回事项涉及的内容");
        await signer.LookAsync("return-locked");
        await signer.GoAsync($"{home}/sections/energy");
        var before = await signer.Page.Locator(Output).InputValueAsync();
        await signer.Page.Locator(Output).FillAsync(Corrected);
        await signer.ToNextPageAsync(() => signer.Page.Locator("button[name='next'][value='stay']").First.EvaluateAsync("b => b.form.requestSubmit(b)"));
        Assert.Equal(Corrected, await signer.Page.Locator(Output).InputValueAsync());
        await signer.GoAsync($"{home}/corrections");
        await signer.Page.Locator("[name='Answers[0].Text']").FillAsync("已扣除委托加工的产量。");
        await signer.ClickAsync("保存答复");
        await signer.GoAsync($"{home}/check");
        await SeesChangesAsync(signer, before);
        await signer.LookAsync("return-check");
        await new Applicant(signer, portal, "return", looks: false, home: home).SignAsync(FiledCase.Signature);

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
        await CountsAsync(officer);
        await officer.Page.Locator("[name='Items[0].Text']").FillAsync("请核对合格产量，扣除委托加工。");
        await officer.LookAsync("return-form");
        await KeepsAsync(officer);
        await officer.ToNextPageAsync(() => officer.Page.ClickAsync("button:text-is('再加一项')"));
        await Assertions.Expect(officer.Page.Locator("[name='Items[0].Text']")).ToHaveValueAsync("请核对合格产量，扣除委托加工。");
        await Assertions.Expect(officer.Page.Locator("[name='Items[1].Text']")).ToHaveValueAsync("");
        await officer.ClickAsync("退回补正");
    }

    /// <summary>A line break counts as one character; what is too long is said, not cut.</summary>
    private static async Task CountsAsync(Person officer)
    {
        var text = officer.Page.Locator("[name='Items[0].Text']");
        var counter = officer.Page.Locator("#item-0-count");
        await text.FillAsync("第一行\n第二行");
        await Assertions.Expect(counter).ToHaveTextAsync("7 / 500 字");
        await text.FillAsync(new string('长', 501));
        await Assertions.Expect(counter).ToHaveTextAsync("501 / 500 字，超出 1 字");
        Assert.Equal(501, (await text.InputValueAsync()).Length);
    }

    /// <summary>A form without autosave: pressed without a network it keeps the text and says so; opened again it finds it.</summary>
    private static async Task KeepsAsync(Person officer)
    {
        await officer.Page.Context.SetOfflineAsync(true);
        await officer.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "退回补正", Exact = true }).ClickAsync();
        await officer.Page.GetByText("没有提交成功：网络中断或服务暂时不可用").WaitForAsync();
        await officer.Page.Context.SetOfflineAsync(false);
        await officer.Page.ReloadAsync();
        await officer.Page.GetByText("还没有提交的内容").WaitForAsync();
        await Assertions.Expect(officer.Page.Locator("[name='Items[0].Text']")).ToHaveValueAsync("请核对合格产量，扣除委托加工。");
        await Assertions.Expect(officer.Page.Locator("[name='LastDay']")).ToHaveValueAsync("2026-07-12");
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
