using GreenFactory.EndToEnd.Tests.Journey;
using GreenFactory.Testing.Cases;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>
/// The whole way of the notice, by the people who walk it, in a browser, on the portal as it is deployed: a cement works from
/// registration to the shortlist. The portal is killed and restarted on the way.
/// </summary>
public sealed class FactoryJourneyTests
{
    private const string Works = "重庆龙河水泥有限公司（演示）";

    [Fact]
    public async Task A_cement_works_goes_from_registration_to_the_shortlist()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var portal = new PortalProcess();
        await portal.StartAsync(cancellation);
        await using var browser = await Chromium.StartAsync();
        var officers = new Officers(browser, portal);

        var visitor = new Person(await browser.OpenProfileAsync(portal.Address), "visitor");
        await visitor.GoAsync("/");
        await visitor.LookAsync("home");
        var registering = new Applicant(visitor, portal);
        await registering.RegisterAsync("龙小河", "signer@longhe.example", "LonghePass2026");
        var signer = await Person.SignInAsync(browser, portal, "signer@longhe.example", "LonghePass2026");
        var applicant = new Applicant(signer, portal);
        await applicant.ClaimAsync("91500151MACP12344N", Works, "涪陵区");
        await officers.ApproveClaimAsync(Works);

        await applicant.BeginAsync();
        await applicant.FillProfileAsync();
        await applicant.ChooseRulesAsync("3011");
        await applicant.FillGatesAsync();
        await applicant.FillIndicatorsAsync(SampleFacts.CementWorks, halfway: () => portal.KillAndRestartAsync(cancellation));
        await applicant.SeesClinkerScoreAsync();
        var hash = await applicant.SignAsync("龙小河");
        var sheet = await applicant.DownloadSheetAsync();
        Assert.Contains(hash[..16], await PdfText.OfAsync(sheet), StringComparison.Ordinal);
        var caseId = applicant.CasePath["/apply/".Length..];

        await officers.ReviewAsync(Works, caseId);
        await officers.SealPackAsync(Works);
        await officers.MoveClockAsync("2026-08-03 09:00");
        await officers.CheckComplianceAsync(caseId);
        await officers.AssessAsync(Works);
        await officers.ShortlistAsync(Works);
    }
}
