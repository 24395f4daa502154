using System.Net;
using GreenFactory.Application.Seeding;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GreenFactory.Web.Tests.Pages;

/// <summary>
/// Every page that opens without parameters, found from the endpoints and opened by one person of every role: it never fails, and what it
/// asks of the database stays bounded, however many cases there are.
/// </summary>
public sealed class PageCostTests(PortalHost host) : IClassFixture<PortalHost>
{
    /// <summary>Commands that any page may send, the check of the session among them.</summary>
    private const int Most = 14;

    /// <summary>Commands that a page for everybody may send: nobody is signed in and nothing is personal.</summary>
    private const int MostOfPublic = 8;

    /// <summary>Signing out ends the measurement, the error page needs an error, and the gallery exists in development only.</summary>
    private static readonly string[] WithoutPage = ["/account/sign-out", "/error", "/dev/gallery"];

    private static readonly string[] FormsOfAdministrators = ["/Edit", "/Import"];

    [Fact]
    public async Task Every_page_opens_for_every_role_with_few_queries_and_not_with_more_when_cases_are_added()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await host.SetTimeAsync(PortalDatabase.Start);
        await SubmitAsync("重庆量测甲厂（演示）");
        var first = await MeasureAsync();
        await SubmitAsync("重庆量测乙厂（演示）");
        await SubmitAsync("重庆量测丙厂（演示）");
        var second = await MeasureAsync();

        var findings = new List<string>();
        foreach (var ((person, path), cost) in second)
        {
            // An auditor reads; the forms that change something are not there for that person.
            var notForAuditors = cost.Status is HttpStatusCode.NotFound && person.StartsWith("audit@", StringComparison.Ordinal) && FormsOfAdministrators.Any(end => path.EndsWith(end, StringComparison.Ordinal));
            if (cost.Status is >= HttpStatusCode.BadRequest and not HttpStatusCode.Forbidden && !notForAuditors)
            {
                findings.Add($"{person} {path}: {(int)cost.Status}");
            }

            var most = person.Length == 0 ? MostOfPublic : Most;
            if (cost.Queries > most)
            {
                findings.Add($"{person} {path}: {cost.Queries} queries, {most} are allowed");
            }

            if (cost.Queries > first[(person, path)].Queries)
            {
                findings.Add($"{person} {path}: {first[(person, path)].Queries} queries with one case, {cost.Queries} with three");
            }
        }

        Assert.True(second.Count(page => page.Value.Status is HttpStatusCode.OK) > 100, "hardly any page was opened");
        Assert.Empty(findings);

        Task SubmitAsync(string name) => new CaseBuilder(host.Services).ForNewOrganisation(name).SubmitAsync(cancellation);
    }

    private async Task<Dictionary<(string Person, string Path), (HttpStatusCode Status, int Queries)>> MeasureAsync()
    {
        var counter = host.Services.GetRequiredService<QueryCounter>();
        var found = new Dictionary<(string, string), (HttpStatusCode, int)>();
        var people = DemonstrationAccounts.All.DistinctBy(account => account.Role).Select(account => account.Email).Prepend("");
        foreach (var person in people)
        {
            var browser = person.Length == 0 ? host.OpenBrowser() : await host.SignInAsync(person);
            foreach (var path in Paths())
            {
                counter.Reset();
                var answer = await browser.GetAsync(path);
                found[(person, path)] = (answer.StatusCode, counter.Count);
            }
        }

        return found;
    }

    private List<string> Paths() =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .Where(endpoint => endpoint.RoutePattern.Parameters.All(parameter => parameter.IsOptional))
            .Select(endpoint => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.SelectMany(segment => segment.Parts).OfType<RoutePatternLiteralPart>().Select(part => part.Content)))
            .Where(path => !WithoutPage.Contains(path))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal),
    ];
}
