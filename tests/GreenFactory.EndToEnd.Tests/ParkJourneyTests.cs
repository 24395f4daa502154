using GreenFactory.EndToEnd.Tests.Journey;
using GreenFactory.Testing.Cases;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>A park declares itself in the browser with the park's own questions and rule set, up to the receipt and the district's queue.</summary>
public sealed class ParkJourneyTests
{
    [Fact]
    public async Task A_park_declares_itself_by_its_own_questions_and_lies_before_its_district()
    {
        await using var portal = new PortalProcess();
        await portal.StartAsync(TestContext.Current.CancellationToken);
        await using var browser = await Chromium.StartAsync();
        var signer = await Person.SignInAsync(browser, portal, "signer@park.example");
        var applicant = new Applicant(signer, portal, "park", files: 1);

        await applicant.BeginAsync();
        await applicant.FillParkProfileAsync();
        await applicant.ConfirmParkRulesAsync();
        await applicant.FillGatesAsync();
        await applicant.FillParkIndicatorsAsync(SampleFacts.Park);
        var hash = await applicant.SignAsync("唐素清");
        Assert.Equal(64, hash.Length);
        await signer.SeesAsync("82.20");

        var officer = await Person.SignInAsync(browser, portal, "officer@fuling.example");
        await officer.GoAsync("/district");
        await officer.SeesAsync("82.20");
        await officer.GoAsync($"/district/cases/{applicant.CasePath["/apply/".Length..]}");
        await officer.ClickAsync("受理");
        await officer.SeesAsync("单位工业增加值二氧化碳排放量");
        await officer.LookAsync("park-workbench");
    }
}
