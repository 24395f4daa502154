using System.Net;
using GreenFactory.Application.Seeding;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.EndToEnd.Tests.Journey;

/// <summary>A declaration of the cement works, filled in, proved and signed on its pages without a browser, for journeys that begin where it lies before the district.</summary>
internal static class FiledCase
{
    /// <summary>Who signs.</summary>
    public const string Signer = "signer@cement.example";

    /// <summary>How.</summary>
    public const string Signature = "何景川";

    /// <summary>Files it by the rule set whose title begins so; answers with its address.</summary>
    public static async Task<string> FileAsync(PortalProcess portal, string ruleSet)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        using var client = new HttpClient(handler) { BaseAddress = new Uri(portal.Address) };
        var browser = new Browser(client);
        await browser.GetAsync("/account/sign-in");
        await browser.SubmitAsync("main form", new() { ["Input.Email"] = Signer, ["Input.Password"] = DemonstrationAccounts.Password });
        var declaration = await CementDeclaration.BeginAsync(browser, ruleSet);
        await declaration.CompleteAsync();
        await browser.GetAsync($"{declaration.Home}/sign");
        using var signed = await browser.SubmitAsync("main form", new() { ["Promise"] = "true", ["Signature"] = Signature });
        Assert.Equal($"{declaration.Home}/receipt", signed.Headers.Location?.ToString());
        return declaration.Home;
    }
}
