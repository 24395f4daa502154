using System.Net;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;

namespace GreenFactory.Web.Tests.Hosting;

/// <summary>What is for one person is kept by no browser and no proxy; what is for everybody may be.</summary>
public sealed class PersonalAnswersTests(PortalHost host) : IClassFixture<PortalHost>
{
    [Fact]
    public async Task Evidence_and_every_page_of_somebody_signed_in_are_not_stored()
    {
        await host.SetTimeAsync(new DateTimeOffset(2026, 7, 6, 9, 0, 0, TimeSpan.FromHours(8)));
        var person = await host.SignInAsync("signer@parts.example");
        var declaration = await CementDeclaration.BeginAsync(person);
        var path = $"{declaration.Home}/evidence/neg1";
        Assert.Equal(HttpStatusCode.Redirect, (await declaration.UploadAsync(path, "proof.pdf", new ByteArrayContent(CementDeclaration.Pdf))).StatusCode);
        await person.GetAsync(path);
        var file = person.Page.QuerySelector("a[href^='/apply/evidence/']")!.GetAttribute("href")!;

        foreach (var address in new[] { file, "/apply", declaration.Home, "/account/desks", "/help", "/register" })
        {
            using var answer = await person.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(answer.Headers.CacheControl?.NoStore, $"{address}: {answer.Headers.CacheControl}");
        }

        using var served = await person.Client.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox", string.Join(';', served.Headers.GetValues("Content-Security-Policy")).TrimEnd(' ', ';'));
        Assert.Equal("nosniff", string.Join(';', served.Headers.GetValues("X-Content-Type-Options")));
        using var page = await person.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("script-src 'self' 'nonce-", string.Join(';', page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);

        Assert.True((await host.OpenBrowser().GetAsync("/register")).Headers.CacheControl?.Public);
    }
}
