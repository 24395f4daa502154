using System.Net;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Testing.Cases;
using GreenFactory.Web.Tests.Pages;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Web.Tests.Access;

/// <summary>Every page and every form of it, found from the endpoints, tried by everybody who must not reach it.</summary>
public sealed class AuthorisationTests(CampaignHost host) : IClassFixture<CampaignHost>
{
    private IEnumerable<(PortalPage Page, PageHandler Handler)> Desks => Of(page => !page.IsOpen && page.Desk is not Desk.Account);

    [Fact]
    public void What_opens_without_signing_in_is_as_approved()
    {
        var open = host.Pages.Where(page => page.IsOpen).SelectMany(page => page.Handlers.Select(handler => Line(page, handler)));
        var others = host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(endpoint => $"{string.Join(',', endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"])} /{endpoint.RoutePattern.RawText!.TrimStart('/')}");
        var text = string.Concat(open.Concat(others).Distinct().Order(StringComparer.Ordinal).Select(line => $"{line}\n"));
        Assert.Equal(Approved.Text("Access/anonymous.approved.txt", text), text);
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_by_every_other_page_and_form()
    {
        var before = await host.FingerprintAsync();
        var findings = new List<string>();
        var nobody = Visitor.Nobody(host);
        foreach (var (page, handler) in Of(page => !page.IsOpen))
        {
            var (first, to, _, _) = await nobody.GoAsync(page, handler);
            if (first is not HttpStatusCode.Redirect || !new Uri(new Uri("http://localhost"), to).AbsolutePath.Equals("/account/sign-in", StringComparison.OrdinalIgnoreCase))
            {
                findings.Add($"{Line(page, handler)}: {(int)first} {to}");
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.Equal(before, await host.FingerprintAsync());
    }

    [Fact]
    public async Task A_page_or_form_of_another_desk_is_refused_to_every_role_and_changes_nothing()
    {
        var before = await host.FingerprintAsync();
        var findings = new List<string>();
        foreach (var account in DemonstrationAccounts.All.DistinctBy(account => account.Role))
        {
            var person = await Visitor.SignInAsync(host, account.Email);
            foreach (var (page, handler) in Desks.Where(one => !Holds(account.Role, one.Page.Desk) && !(account.Role is Role.Auditor && one.Page.Desk is Desk.City && one.Handler.Verb is "GET")))
            {
                var (_, _, last, body) = await person.GoAsync(page, handler);
                if (last is not (HttpStatusCode.Forbidden or HttpStatusCode.NotFound) || Shows(body, host.Campaign.Names))
                {
                    findings.Add($"{account.Role} {Line(page, handler)}: {(int)last}");
                }
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.Equal(before, await host.FingerprintAsync());
    }

    [Fact]
    public async Task The_same_role_of_another_municipality_finds_nothing_of_this_one_and_changes_nothing()
    {
        string[] secrets = [.. host.Campaign.Names, .. DemonstrationAccounts.All.Select(account => account.Email), PortalSeeder.Chongqing.AuthorityName];
        var findings = await TryAsync(host.SecondCity, "/m/yunzhou", secrets);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task The_same_role_of_another_unit_finds_nothing_of_this_one_and_changes_nothing()
    {
        var findings = await TryAsync(host.AnotherUnit, "", host.Campaign.Names);
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task What_is_public_in_one_municipality_does_not_exist_in_another()
    {
        var findings = new List<string>();
        var nobody = Visitor.Nobody(host, "/m/yunzhou");
        foreach (var (page, handler) in Of(page => page.Desk is Desk.Public && page.Template.EndsWith("/{id}", StringComparison.Ordinal)))
        {
            var (_, _, last, body) = await nobody.GoAsync(page, handler);
            if (last is not HttpStatusCode.NotFound || Shows(body, host.Campaign.Names))
            {
                findings.Add($"{Line(page, handler)}: {(int)last}");
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task An_auditor_opens_the_pages_of_administrators_and_city_and_no_form_of_theirs_changes_anything()
    {
        var before = await host.FingerprintAsync();
        var auditor = await Visitor.SignInAsync(host, "audit@city.example");
        var findings = new List<string>();
        foreach (var (page, handler) in Desks.Where(one => one.Page.Desk is Desk.Admin or Desk.City))
        {
            var (_, _, last, _) = await auditor.GoAsync(page, handler);
            if (last >= HttpStatusCode.InternalServerError || page.Desk is Desk.City && handler.Verb is "GET" && last is not (HttpStatusCode.OK or HttpStatusCode.NotFound))
            {
                findings.Add($"{Line(page, handler)}: {(int)last}");
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.Equal(before, await host.FingerprintAsync());
    }

    [Fact]
    public async Task A_form_that_a_page_does_not_have_is_refused_on_every_page_and_is_no_fault()
    {
        var unknown = new PageHandler("POST", "nonsense");
        var before = await host.FingerprintAsync();
        var findings = new List<string>();
        foreach (var account in DemonstrationAccounts.All.DistinctBy(account => account.Role))
        {
            var person = await Visitor.SignInAsync(host, account.Email);
            foreach (var page in host.Pages.Where(page => page.IsOpen || page.Desk is Desk.Account || Holds(account.Role, page.Desk)))
            {
                if (page.Handlers.Contains(new PageHandler("POST", null)))
                {
                    continue;
                }

                var (first, _, _, _) = await person.GoAsync(page, unknown);
                if (first is not (HttpStatusCode.BadRequest or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
                {
                    findings.Add($"{account.Role} {Line(page, unknown)}: {(int)first}");
                }
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
        Assert.Equal(before, await host.FingerprintAsync());
    }

    [Fact]
    public async Task Every_place_a_message_leads_to_opens_for_the_person_it_is_sent_to()
    {
        const string applicant = "signer@cement.example", district = "officer@fuling.example", city = "officer@city.example", admin = "admin@city.example";
        DeclarationId Case(string key) => new(host.Campaign.Keys[key]);
        var version = await RuleSetVersionAsync();
        (Destination To, string Person)[] sent =
        [
            (Destination.Inbox, applicant), (Destination.Case(Case("draft")), applicant), (Destination.Corrections(Case("returned")), applicant), (Destination.ApplicantHome, applicant),
            (Destination.Workbench(Case("review")), district), (Destination.CaseOpinions(Case("review")), district), (Destination.Questions.In(2026), "ecology@fuling.example"),
            (Destination.Compliance.In(2026), city), (Destination.Panels.In(2026), city), (Destination.Notices.In(2026), city),
            (new Destination(Place.DistrictList, "2026"), district), (new Destination(Place.DistrictBottom, "2026"), district), (Destination.Removal(host.Campaign.Keys["removal"]), applicant),
            (Destination.DistrictRemoval(host.Campaign.Keys["removal"]), district), (Destination.CityRemoval(host.Campaign.Keys["removal"]), city), (Destination.Claim, applicant), (Destination.Security, applicant),
            (Destination.SecondFactor, applicant), (Destination.Desks, applicant), (Destination.Account(host.Campaign.Keys["person"]), admin), (Destination.DryRun(host.Campaign.Keys["dry-run"]), admin),
            (Destination.PublicNotice(host.Campaign.Keys["notice"]), applicant), (Destination.Publication(host.Campaign.Keys["publication"]), applicant),
            (Destination.Certificate("渝绿厂-2026-001"), applicant), (Destination.RuleSet("gbt36132-2025", version), applicant),
        ];
        Assert.Equal(Enum.GetValues<Place>().Order(), sent.Select(one => one.To.Place).Order());
        Assert.All(sent, one => Assert.Equal(one.To, Destination.Parse(one.To.ToString())));
        var findings = new List<string>();
        foreach (var of in sent.GroupBy(one => one.Person))
        {
            var browser = await host.SignInAsync(of.Key);
            foreach (var (to, _) in of)
            {
                var address = new Uri(await host.Services.GetRequiredService<IPortalLinks>().AddressAsync(to, PortalSeeder.Chongqing.Id, TestContext.Current.CancellationToken));
                using var answer = await browser.FollowAsync(address.PathAndQuery);
                if (answer.StatusCode is not HttpStatusCode.OK)
                {
                    findings.Add($"{of.Key} {to}: {(int)answer.StatusCode} {address}");
                }
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Fact]
    public async Task Every_clause_of_the_notice_has_a_page_that_opens_for_whom_it_is_meant_a_manual_and_tests()
    {
        var clauses = NoticeClauses.Read();
        Assert.True(clauses.Count > 20, "hardly any clause was read");
        var findings = clauses.SelectMany(NoticeClauses.Missing).ToList();
        foreach (var of in clauses.GroupBy(clause => clause.Account))
        {
            var person = of.Key.Length == 0 ? Visitor.Nobody(host) : await Visitor.SignInAsync(host, of.Key);
            foreach (var clause in of)
            {
                var page = Assert.Single(host.Pages, page => page.Template == clause.Page);
                var (first, _, _, _) = await person.GoAsync(page, new PageHandler("GET", null));
                if (first is not HttpStatusCode.OK)
                {
                    findings.Add($"{clause.Clause} {clause.Page}: {(int)first} for {of.Key}");
                }
            }
        }

        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private async Task<string> RuleSetVersionAsync()
    {
        await using var scope = PersonScope.OpenSystem(host.Services);
        return await scope.ServiceProvider.GetRequiredService<PortalDbContext>().RuleSetVersions.Where(row => row.RuleSetId == "gbt36132-2025" && row.State == RuleSetState.Published)
            .Select(row => row.Version).FirstAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<string>> TryAsync(IReadOnlyDictionary<Role, string> people, string prefix, IReadOnlyList<string> secrets)
    {
        var before = await host.FingerprintAsync();
        var findings = new List<string>();
        foreach (var (role, email) in people)
        {
            var person = await Visitor.SignInAsync(host, email, prefix);
            foreach (var (page, handler) in Desks.Where(one => Holds(role, one.Page.Desk)))
            {
                var (_, _, last, body) = await person.GoAsync(page, handler);
                var mustNotExist = page.Template.Contains("{id}", StringComparison.Ordinal) || page.Template == "/admin/rules/diff";
                if (mustNotExist && last is not HttpStatusCode.NotFound || last >= HttpStatusCode.InternalServerError || Shows(body, secrets))
                {
                    findings.Add($"{role} {prefix} {Line(page, handler)}: {(int)last}{(Shows(body, secrets) ? " and shows what it must not" : "")}");
                }
            }
        }

        var after = await host.FingerprintAsync();
        return [.. findings, .. before.Keys.Where(table => before[table] != after[table]).Select(table => $"{table} was changed")];
    }

    private IEnumerable<(PortalPage Page, PageHandler Handler)> Of(Func<PortalPage, bool> which) =>
        host.Pages.Where(which).SelectMany(page => page.Handlers.OrderBy(handler => handler.Verb, StringComparer.Ordinal).Select(handler => (page, handler)));

    private static bool Holds(Role role, Desk desk) => DeskRoles.Of(desk).Contains(role) || desk is Desk.Admin && role is Role.Auditor;

    private static bool Shows(string body, IEnumerable<string> secrets) => secrets.Any(secret => WebUtility.HtmlDecode(body).Contains(secret, StringComparison.Ordinal));

    private static string Line(PortalPage page, PageHandler handler) => $"{handler.Verb} {page.Template}{(handler.Name is null ? "" : $"?handler={handler.Name}")}";
}
