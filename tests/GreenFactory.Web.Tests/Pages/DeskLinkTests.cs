using System.Net;
using GreenFactory.Application.Seeding;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Xunit;

namespace GreenFactory.Web.Tests.Pages;

/// <summary>
/// Everything a signed-in person can click leads somewhere, and stays inside their municipality. Only the home page, the same for
/// everybody, names desks that are not theirs.
/// </summary>
public sealed class DeskLinkTests(PortalHost host) : IClassFixture<PortalHost>
{
    private const int MostPages = 250;

    /// <summary>One person of every role.</summary>
    public static TheoryData<string> People => [.. DemonstrationAccounts.All.DistinctBy(account => account.Role).Select(account => account.Email)];

    [Theory]
    [MemberData(nameof(People))]
    public async Task Every_link_on_the_pages_of_a_role_opens(string person)
    {
        await host.SetTimeAsync(PortalDatabase.Start);
        await new CaseBuilder(host.Services).ForNewOrganisation($"{person}检验厂（演示）").SubmitAsync(TestContext.Current.CancellationToken);
        var browser = await host.SignInAsync(person);
        await browser.FollowAsync("/account/desks");
        var (findings, opened) = await CrawlAsync(browser, "");
        Assert.Empty(findings);
        Assert.True(opened > 5, "hardly any page was reached");
    }

    [Theory]
    [InlineData("officer@yunzhou.example", "/m/yunzhou/city")]
    [InlineData("signer@yunzhou.example", "/m/yunzhou/apply")]
    public async Task In_the_second_municipality_no_link_leads_into_the_first(string person, string home)
    {
        await host.SetTimeAsync(PortalDatabase.Start);
        var browser = await host.SignInAsync(person, pathBase: "/m/yunzhou");
        await browser.GetAsync(home);
        Assert.Empty((await CrawlAsync(browser, "/m/yunzhou")).Findings);
    }

    private static async Task<(List<string> Findings, int Opened)> CrawlAsync(Browser browser, string root)
    {
        var findings = new List<string>();
        var seen = new HashSet<string>();
        var waiting = new Queue<(string From, string To)>();
        Collect("the desk");
        while (seen.Count < MostPages && waiting.TryDequeue(out var link))
        {
            var answer = await browser.FollowAsync(link.To);
            var isDeskOfOthers = answer.StatusCode is HttpStatusCode.Forbidden && link.From == root + "/";
            if (answer.StatusCode is not HttpStatusCode.OK && !isDeskOfOthers)
            {
                findings.Add($"{(int)answer.StatusCode} {link.To} from {link.From}");
            }
            else if (answer.Content.Headers.ContentType?.MediaType is "text/html")
            {
                Collect(link.To);
            }
        }

        return (findings, seen.Count);

        void Collect(string from)
        {
            foreach (var address in Addresses(browser))
            {
                if (!address.StartsWith(root + "/", StringComparison.Ordinal) && address != root)
                {
                    findings.Add($"{address} on {from} is not an address of this municipality");
                }
                else if (seen.Add(address))
                {
                    waiting.Enqueue((from, address));
                }
            }
        }
    }

    /// <summary>Where the links, pictures and forms of the present page lead, without those of other sites and those to a place on the page.</summary>
    private static IEnumerable<string> Addresses(Browser browser) =>
        browser.Page.QuerySelectorAll("a[href], iframe[src], main img[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)
            .Where(address => address.Length > 0 && address[0] is not ('#' or '?') && !address.Contains(':', StringComparison.Ordinal))
            .Select(address => address.Split('#')[0])
            .Distinct();
}
