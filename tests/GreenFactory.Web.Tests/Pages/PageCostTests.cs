using System.Net;
using AngleSharp.Dom;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Web.Tests.Pages;

/// <summary>
/// Every page, found from the endpoints and opened by one person of every role who may: it never fails, and what it asks of the database
/// stays bounded, however many rows its lists have. What it says is for people: no code of a question, option or function stands in it; and what
/// people type into its forms is kept until it is taken.
/// </summary>
public sealed class PageCostTests
{
    /// <summary>Commands that any page may send, the check of the session and the entering of the scope among them.</summary>
    private const int Most = 15;

    /// <summary>Commands that a page for everybody may send: nobody is signed in and nothing is personal.</summary>
    private const int MostOfPublic = 9;

    /// <summary>Commands that a page of one whole case may send: answers, scores, files, visit, opinions and story each take some.</summary>
    private const int MostOfCase = 25;

    private const int Few = 1;
    private const int Many = 2;

    /// <summary>Signing out ends the measurement, the error page needs an error, and the gallery exists in development only.</summary>
    private static readonly string[] WithoutPage = ["/account/sign-out", "/error", "/dev/gallery"];

    /// <summary>An auditor reads; the forms that change something are not there for that person.</summary>
    private static readonly string[] FormsOfAdministrators = ["/edit", "/edit/{id}", "/assessment/{id}", "/import"];

    [Fact]
    public async Task Every_page_opens_for_every_role_with_few_queries_and_not_with_more_when_its_lists_grow()
    {
        var measured = await Task.WhenAll(MeasureAsync(Few), MeasureAsync(Many));
        var (few, many) = (measured[0], measured[1]);
        var findings = new List<string>();
        foreach (var ((person, page), cost) in many)
        {
            if (cost.Status is >= HttpStatusCode.BadRequest && !IsMeant(person, page, cost.Status))
            {
                findings.Add($"{person} {page}: {(int)cost.Status}");
            }

            var most = person.Length == 0 ? MostOfPublic : page.Contains("{id}", StringComparison.Ordinal) ? MostOfCase : Most;
            if (cost.Queries > most)
            {
                findings.Add($"{person} {page}: {cost.Queries} queries, {most} are allowed");
            }

            if (cost.Queries > few[(person, page)].Queries)
            {
                findings.Add($"{person} {page}: {few[(person, page)].Queries} queries with {Few} row in each list, {cost.Queries} with {Many}");
            }

            findings.AddRange(cost.Faults.Select(fault => $"{person} {page} {fault}"));
        }

        Assert.True(many.Count(page => page.Value.Status is HttpStatusCode.OK) > 200, "hardly any page was opened");
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private static bool IsMeant(string person, string page, HttpStatusCode status) =>
        page == "GET /account/denied" && status is HttpStatusCode.Forbidden
        || person.StartsWith("audit@", StringComparison.Ordinal) && status is HttpStatusCode.NotFound && FormsOfAdministrators.Any(end => page.EndsWith(end, StringComparison.Ordinal));

    private static async Task<Dictionary<(string Person, string Page), (HttpStatusCode Status, int Queries, IReadOnlyList<string> Faults)>> MeasureAsync(int size)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var host = new PortalHost();
        await host.InitializeAsync();
        var campaign = new WholeCampaign(host.Services, host.Database.OwnerConnectionString, size, cancellation);
        await campaign.RunAsync();
        var pages = (await PortalPages.AllAsync(host)).Where(page => !WithoutPage.Contains(page.Template)).ToList();
        var counter = host.Services.GetRequiredService<QueryCounter>();
        var found = new Dictionary<(string, string), (HttpStatusCode, int, IReadOnlyList<string>)>();
        foreach (var (person, role) in People())
        {
            var browser = person.Length == 0 ? host.OpenBrowser() : await host.SignInAsync(person);
            foreach (var page in pages.Where(page => MayOpen(role, page)))
            {
                foreach (var handler in page.Handlers.Where(handler => handler.Verb == "GET"))
                {
                    var address = PageSamples.Of(page, handler, campaign.Keys) ?? throw new InvalidOperationException($"{page.Template} has no sample address.");
                    counter.Reset();
                    using var answer = await browser.GetAsync(address);
                    found[(person, $"GET {page.Template}{(handler.Name is null ? "" : $"?handler={handler.Name}")}")] = (answer.StatusCode, counter.Count, IsPage(answer) ? FaultsOn(browser.Page) : []);
                }
            }
        }

        return found;
    }

    private static IReadOnlyList<string> FaultsOn(IDocument page) => [.. PageWords.CodesOn(page).Select(code => $"shows people the code “{code}”"), .. KeptForms.FaultsOn(page)];

    private static bool IsPage(HttpResponseMessage answer) => answer is { StatusCode: HttpStatusCode.OK, Content.Headers.ContentType.MediaType: "text/html" };

    private static IEnumerable<(string Person, Role? Role)> People() =>
        [("", null), .. DemonstrationAccounts.All.Where(account => account.Email != "reform@fuling.example" && account.Email != "editor@cement.example").DistinctBy(account => account.Role).Select(account => (account.Email, (Role?)account.Role))];

    private static bool MayOpen(Role? role, PortalPage page) => page.Desk switch
    {
        _ when page.IsOpen => true,
        _ when role is null => false,
        Desk.Account => true,
        Desk.Admin => role is Role.Administrator or Role.Auditor,
        _ => DeskRoles.Of(page.Desk).Contains(role.Value),
    };
}
