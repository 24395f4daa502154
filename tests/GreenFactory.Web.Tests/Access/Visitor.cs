using System.Net;
using GreenFactory.Testing;
using GreenFactory.Web.Tests.Pages;

namespace GreenFactory.Web.Tests.Access;

/// <summary>Goes to pages of a municipality as somebody: opens them, and sends their forms with the page's token and with keys that belong to others.</summary>
internal sealed class Visitor(CampaignHost host, Browser browser, string prefix)
{
    /// <summary>The fields by which forms name what they act on, each with the key of a row of the campaign.</summary>
    private static readonly (string Field, string Key)[] Fields =
    [
        ("organisation", "organisation"), ("member", "membership"), ("membership", "membership"), ("claim", "claim"), ("opinion", "opinion"), ("id", "review"), ("Id", "review"),
        ("Selected", "review"), ("Moved", "review"), ("Input.Cases", "published"), ("Input.Experts", "expert"), ("Items[0].Id", "published"), ("Input.Version", "rules"), ("Input.District", "district"),
        ("Rows[0].Id", "opinion"), ("Removal.Unit", "unit"), ("Answers[0].Item", "returned"), ("Unit", "organisation"), ("comparison", "comparison"), ("Input.Row", "notice-row"), ("RuleSet", "rules"),
    ];

    private static readonly (string Field, string Value)[] Values =
    [
        ("purpose", "NewEntry"), ("Items[0].Shortlist", "true"), ("Items[0].Reason", "别处的人写的"), ("Input.Reason", "别处的人写的"), ("Input.LastDay", "2026-08-30"), ("Input.Places", "1"),
        ("Rows[0].Kind", "NoComment"), ("Rows[0].CaseNumber", "F"), ("Removal.Ground", "NoBenchmarking"), ("Removal.Detail", "别处的人写的事实"), ("Reason", "别处的人写的"), ("Checked", "true"),
        ("Email", "somebody@stranger.example"), ("Version", "8.8.8"), ("Kind", "Accept"), ("locked", "true"), ("Place", "1"), ("Officer", "none"), ("Accepted", "energy_intensity 0:"), ("step", "Uphold"), ("Answer", "别处的人写的"), ("outcome", "Pass"),
        ("finish", "true"), ("Promise", "true"), ("Signature", "何景川"), ("position", "0"), ("Input.Title", "别处的人写的标题"), ("Input.DocumentNumber", "渝经信〔2026〕1号"), ("version", "overwrite"),
        ("shown", "{}"), ("Input.Conflict", "false"), ("LastDay", "2026-08-30"), ("On", "2026-08-12"), ("Clause", "别处的人写的"), ("Leaf", "1"), ("PartOfDay", "上午"), ("Officers", "别处的人"),
    ];

    private string? token;

    public static async Task<Visitor> SignInAsync(CampaignHost host, string email, string prefix = "") => new(host, await host.SignInAsync(email, pathBase: prefix), prefix);

    /// <summary>Somebody who is not signed in.</summary>
    public static Visitor Nobody(CampaignHost host, string prefix = "") => new(host, host.OpenBrowser(), prefix);

    /// <summary>Opens or sends; answers where it ends, with what the last page says.</summary>
    public async Task<(HttpStatusCode First, string To, HttpStatusCode Last, string Body)> GoAsync(PortalPage page, PageHandler handler)
    {
        var address = prefix + (PageSamples.Of(page, handler, host.Campaign.Keys) ?? throw new InvalidOperationException($"{page.Template} has no sample address."));
        using var first = handler.Verb == "GET" ? await browser.GetAsync(address) : await SendAsync(address);
        var to = first.Headers.Location?.ToString() ?? "";
        using var last = await browser.FollowAsync(first);
        return (first.StatusCode, to, last.StatusCode, await last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> SendAsync(string address)
    {
        var keys = Fields.Select(field => KeyValuePair.Create(field.Field, host.Campaign.Keys[field.Key].ToString()));
        var values = Values.Select(value => KeyValuePair.Create(value.Field, value.Value));
        using var content = new FormUrlEncodedContent([.. keys, .. values, KeyValuePair.Create("__RequestVerificationToken", await TokenAsync())]);
        return await browser.Client.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
    }

    private async Task<string> TokenAsync()
    {
        if (token is null)
        {
            await browser.FollowAsync($"{prefix}/account/sign-out");
            token = browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        }

        return token;
    }
}
