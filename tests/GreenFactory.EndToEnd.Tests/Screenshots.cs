using GreenFactory.EndToEnd.Tests.Journey;
using Microsoft.Playwright;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>The six pictures of the README, taken of the sample year by <c>./dev screenshots</c>. Nothing is proved here; ordinary runs leave it out.</summary>
public sealed class Screenshots
{
    private static readonly string Folder = Environment.GetEnvironmentVariable("GREENFACTORY_SCREENSHOTS") is { Length: > 0 } folder ? folder : "screenshots";

    [Fact(Explicit = true)]
    public async Task Pictures_of_the_sample_year()
    {
        Directory.CreateDirectory(Folder);
        await using var portal = new PortalProcess { Samples = 252 };
        await portal.StartAsync(TestContext.Current.CancellationToken);
        await using var browser = await Chromium.StartAsync();

        var signer = await Person.SignInAsync(browser, portal, "signer@cement.example");
        await signer.GoAsync("/apply");
        await FollowAsync(signer, "main a[href^='/apply/']");
        await signer.GoAsync($"{new Uri(signer.Page.Url).AbsolutePath}/sections/energy");
        await TakeAsync(signer.Page, "applicant");

        var officer = await Person.SignInAsync(browser, portal, "officer@fuling.example");
        await officer.GoAsync("/district?state=DistrictReview");
        await FollowAsync(officer, "main tbody a[href*='/district/cases/']");
        await TakeAsync(officer.Page, "workbench");

        var lead = await Person.SignInAsync(browser, portal, "lead@fuling.example");
        await lead.GoAsync("/district/recommendations");
        await TakeAsync(lead.Page, "recommendation");

        var city = await Person.SignInAsync(browser, portal, "lead@city.example");
        await city.GoAsync("/city/ranking");
        await city.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "绿色工厂评价通则" }).First.ClickAsync();
        await city.Page.Locator("h2", new PageLocatorOptions { HasText = "绿色工厂评价通则" }).First.EvaluateAsync("e => e.scrollIntoView()");
        await TakeAsync(city.Page, "ranking");

        var anybody = await browser.OpenProfileAsync(portal.Address);
        await anybody.GotoAsync("/register");
        await TakeAsync(anybody, "register");

        var administrator = await Person.SignInAsync(browser, portal, "admin@city.example");
        await administrator.GoAsync("/admin/rules");
        await administrator.GoAsync($"/admin/rules/diff?from={await VersionAsync(administrator, "gbt36132-2018")}&to={await VersionAsync(administrator, "gbt36132-2025")}");
        await TakeAsync(administrator.Page, "rule-diff");
        Assert.Equal(6, Directory.GetFiles(Folder, "*.png").Length);
    }

    /// <summary>The number of the version of a set that the library shows, as addresses name it.</summary>
    private static async Task<string> VersionAsync(Person administrator, string ruleSet)
    {
        var link = await administrator.Page.Locator("tr", new PageLocatorOptions { HasText = ruleSet }).Locator("a[href*='/admin/rules/version/' i]").First.GetAttributeAsync("href") ?? throw new InvalidOperationException($"{ruleSet} is not in the library.");
        return link[(link.LastIndexOf('/') + 1)..];
    }

    private static Task FollowAsync(Person person, string link) => person.ToNextPageAsync(() => person.Page.Locator(link).First.ClickAsync());

    private static async Task TakeAsync(IPage page, string name)
    {
        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}.png") });
    }
}
