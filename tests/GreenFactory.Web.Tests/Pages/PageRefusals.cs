using System.Text.RegularExpressions;
using GreenFactory.Domain.Users;
using GreenFactory.Testing;
using GreenFactory.Web.Tests.Access;

namespace GreenFactory.Web.Tests.Pages;

/// <summary>
/// What the forms of district, city, departments and experts refuse, as the page says it to the person whose form it is. Every form of these desks stands here, or among those
/// that take whatever is sent; a form that is added and stands in neither fails the test.
/// </summary>
internal static partial class PageRefusals
{
    private const string CityOfficer = "officer@city.example", CityLead = "lead@city.example", District = "officer@fuling.example", DistrictLead = "lead@fuling.example";
    private const string Department = "ecology@fuling.example", OpenDepartment = "tax@fuling.example", Expert = "expert1@city.example";
    private const string Title = "2026年度市级绿色工厂名单", Number = "渝经信〔2026〕99号", Reason = "理由写得足够长，可以办理。";

    /// <summary>Forms that refuse nothing that can be sent: they fill the page again, or put something back into its own order.</summary>
    private static readonly string[] RefuseNothing = ["/district/cases/{id}/return?handler=More", "/district/recommendations?handler=ByScore", "/city/list/bottom?handler=Propose"];

    private static readonly (string Person, string Template, string? Handler, string Sent)[] All =
    [
        (CityLead, "/city", null, ""), (CityOfficer, "/city", null, "Input.District=[district]&Input.LastDay=2026-08-20&Input.Reason=" + Reason),
        (CityOfficer, "/city/cases/{id}/compliance", null, "outcome=Pass"), (CityOfficer, "/city/cases/{id}/compliance", null, "outcome=SendBack"),
        (CityOfficer, "/city/cases/{id}/compliance", null, "outcome=Fail&Input.Items[0].Verdict=NotOk&Input.Reason=" + Reason),
        (CityOfficer, "/city/cases/{id}/compliance", null, "outcome=Keep&Input.Items[0].Verdict=NotOk"),
        (CityOfficer, "/city/list/bottom", "Fix", ""), (CityOfficer, "/city/list/bottom", "Round", "Rounding=Down"),
        (CityOfficer, "/city/list/falsifications", null, ""), (CityOfficer, "/city/list/falsifications", null, "CaseNumber=没有这一件&Facts=" + Reason),
        (CityLead, "/city/list/falsifications", "Decide", "finding=[finding]&confirm=true"), (CityOfficer, "/city/list/falsifications", "Decide", "finding=[finding]&confirm=true&Reason=" + Reason),
        (CityLead, "/city/list/removals", "Announce", ""), (CityOfficer, "/city/list/removals", "Announce", "Title=移出名录的公告（测试）&DocumentNumber=" + Number),
        (CityOfficer, "/city/list/removals/{id}", "Tell", ""), (CityOfficer, "/city/list/removals/{id}", "Record", ""),
        (CityLead, "/city/list/removals/{id}", "Approve", ""), (CityLead, "/city/list/removals/{id}", "Decline", ""), (CityOfficer, "/city/list/removals/{id}", "Approve", "Reason=" + Reason),
        (CityLead, "/city/list/removals/{id}", "Approve", "Reason=" + Reason), (CityLead, "/city/list/removals/{id}", "Restore", ""),
        (CityOfficer, "/city/list/removals", null, ""), (CityOfficer, "/city/list/removals/{id}", "Paper", ""), (CityOfficer, "/city/list", "Remind", ""),
        (CityLead, "/city/notices", "Open", ""), (CityLead, "/city/notices", "Open", "Input.Title=2026年度拟入围名单公示"),
        (CityLead, "/city/notices", "Objection", "id=[objection]&step=Uphold"), (CityOfficer, "/city/notices", "Objection", "id=[objection]&step=Uphold&Answer=" + Reason),
        (CityOfficer, "/city/panels", null, ""), (CityOfficer, "/city/panels", null, "Input.Cases=[reported]&Input.Experts=[expert]&Input.LastDay=2026-08-01"),
        (CityOfficer, "/city/panels", "Complete", "id=[reported]"), (CityOfficer, "/city/panels/proposal", null, ""),
        (CityLead, "/city/publication", "Publish", ""), (CityLead, "/city/publication", "Publish", $"Input.Title={Title}&Input.DocumentNumber={Number}"),
        (CityOfficer, "/city/publication", "Publish", $"Input.Title={Title}&Input.DocumentNumber={Number}"),
        (CityLead, "/city/ranking", "Decide", ""), (CityLead, "/city/ranking", "Decide", "Items[0].Id=[published]&Items[0].Shortlist=true&Items[0].Reason=" + Reason),
        (CityLead, "/city/ranking", "Quota", ""), (CityOfficer, "/city/ranking", "Quota", "Input.Places=3&Input.Reason=" + Reason),
        (CityLead, "/city/ranking", "TakeBack", ""), (CityLead, "/city/ranking", "TakeBack", "Back.Id=[published]&Back.Reason=" + Reason),
        (CityLead, "/city/ranking", "Fill", ""), (CityOfficer, "/city/ranking", "Fill", "Filling.MoveUp=true&Filling.Reason=" + Reason),
        (CityLead, "/city/ranking", "Fill", "Filling.Freed=[published]&Filling.Candidate=[published]&Filling.MoveUp=true&Filling.Reason=" + Reason),
        (District, "/district", "Take", ""), (District, "/district", "Ask", ""), (District, "/district", "Allocate", ""), (District, "/district", "Take", "Selected=[review]"),
        (District, "/district/list/removals", null, ""), (District, "/district/list/removals/{id}", "Paper", ""), (District, "/district/list", "Remind", ""),
        (District, "/district/claims", "Approve", "claim=[draft]"), (District, "/district/claims", "Refuse", "claim=[claim]"),
        (District, "/district/recommendations", "Seal", ""), (District, "/district/recommendations", "Seal", "Checked=true"), (DistrictLead, "/district/recommendations", "Seal", ""),
        (DistrictLead, "/district/recommendations", "Seal", "Checked=true"), (District, "/district/recommendations", "Move", ""),
        (District, "/district/cases/{id}", "Take", ""), (District, "/district/cases/{id}", "Reconsider", "Reason=" + Reason), (DistrictLead, "/district/cases/{id}", "Reconsider", "Reason=" + Reason),
        (District, "/district/cases/{id}", "Rule", "indicator=energy_intensity"), (District, "/district/cases/{id}", "Rule", "indicator=energy_intensity&Kind=Question"),
        (District, "/district/cases/{id}", "Rule", "indicator=nonsense&Kind=Accept"), (District, "/district/cases/{id}", "Confirm", ""),
        (District, "/district/cases/{id}/conclude", null, ""), (District, "/district/cases/{id}/conclude", null, "Kind=Recommend&Reason=" + Reason),
        (District, "/district/cases/{id}/opinions", "Ask", ""), (District, "/district/cases/{id}/opinions", "Overdue", "opinion=[opinion]"),
        (District, "/district/cases/{id}/reading", null, ""), (District, "/district/cases/{id}/reading", null, "Accepted=energy_intensity 0:"),
        (District, "/district/cases/{id}/return", null, ""), (District, "/district/cases/{id}/return", null, "LastDay=2026-08-20"),
        (District, "/district/cases/{id}/visit", "Plan", ""), (District, "/district/cases/{id}/visit", "Save", "Seen=9"), (District, "/district/cases/{id}/visit", "Complete", ""),
        (District, "/district/cases/{id}/visit", "Photo", ""),
        (Department, "/departments/opinions/{id}", null, ""), (Department, "/departments/opinions/{id}", null, "Seen=1&Kind=Object&Text=不同意，理由见附件所述。"),
        (OpenDepartment, "/departments", "Try", ""), (OpenDepartment, "/departments", "Confirm", ""),
        (Expert, "/experts/cases/{id}", "Declare", ""), (Expert, "/experts/cases/{id}", "Declare", "Input.Conflict=true"), (Expert, "/experts/cases/{id}", "Save", "finish=true"),
        (Expert, "/experts/cases/{id}", "Save", "finish=true&Input.Marks[0].Subject=Criterion&Input.Marks[0].Code=nonsense&Input.Marks[0].Points=1"),
    ];

    /// <summary>The forms of the pages that are neither tried here nor known to refuse nothing.</summary>
    public static IEnumerable<string> Untried(IEnumerable<PortalPage> pages) =>
        from page in pages
        where !page.Template.EndsWith("/index", StringComparison.Ordinal)
        where page.Desk is Desk.City or Desk.District or Desk.Departments or Desk.Experts
        from handler in page.Handlers
        where handler.Verb == "POST" && !All.Any(one => one.Template == page.Template && string.Equals(one.Handler, handler.Name, StringComparison.OrdinalIgnoreCase))
        let line = Line(page.Template, handler.Name)
        where !RefuseNothing.Contains(line, StringComparer.OrdinalIgnoreCase)
        select line;

    /// <summary>Sends every form and writes down what its page said.</summary>
    public static async Task<string> TellAsync(CampaignHost host)
    {
        var told = new List<string>();
        foreach (var of in All.GroupBy(one => one.Person))
        {
            var browser = await host.SignInAsync(of.Key);
            foreach (var (_, template, handler, sent) in of)
            {
                var page = host.Pages.Single(page => page.Template == template);
                await browser.GetAsync(PageSamples.Of(page, new PageHandler("GET", null), host.Campaign.Keys)!);
                var values = Fill(sent, host).Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);
                using var answer = await browser.FollowAsync(await browser.PostAsync(PageSamples.Of(page, new PageHandler("POST", handler), host.Campaign.Keys)!, values));
                told.Add($"{Line(template, handler)} {of.Key.Split('@')[0]} {Short(sent)}\n  {(int)answer.StatusCode} {Said(browser)}\n");
            }
        }

        return string.Concat(told.Order(StringComparer.Ordinal));
    }

    private static string Line(string template, string? handler) => handler is null ? template : $"{template}?handler={handler}";

    private static string Fill(string sent, CampaignHost host) =>
        host.Campaign.Keys.Aggregate(sent, (text, key) => text.Replace($"[{key.Key}]", key.Value.ToString(), StringComparison.Ordinal));

    private static string Short(string sent) => sent.Length == 0 ? "(empty)" : sent.Replace(Reason, "…", StringComparison.Ordinal);

    /// <summary>The refusals at the top of the page, or the report of a batch; a number of a case and a time are of the day.</summary>
    private static string Said(Browser browser)
    {
        var list = browser.Page.QuerySelectorAll("#error-summary li").Select(item => item.TextContent.Trim()).ToList();
        var said = list.Count > 0 ? list : [.. browser.Page.QuerySelectorAll("main .gf-batch, main .gf-note--stop, main [role=status]").Select(block => block.TextContent.Trim())];
        return Passing().Replace(string.Join(" | ", said.Select(text => Spaces().Replace(text, " "))), "#");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[A-Z]+-?\d{4}-\d+|\d{1,2}:\d{2}")]
    private static partial Regex Passing();
}
