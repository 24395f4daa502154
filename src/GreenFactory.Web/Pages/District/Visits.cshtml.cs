using System.ComponentModel.DataAnnotations;
using System.Globalization;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District;

/// <summary>The district's on-site verifications.</summary>
public sealed class VisitsModel(CampaignChoiceReader campaigns, SiteVisitListQuery visits) : DeskPage
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The closed ones instead of those still to be made.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "已核实")]
    public bool Closed { get; set; }

    /// <summary>Row after which the page begins.</summary>
    [BindProperty(SupportsGet = true, Name = "After")]
    [Display(Name = "翻页位置")]
    public string? AfterRow { get; set; }

    /// <summary>Row before which the page ends.</summary>
    [BindProperty(SupportsGet = true, Name = "Before")]
    [Display(Name = "翻页位置")]
    public string? BeforeRow { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>The visits.</summary>
    public SiteVisitPage Visits { get; private set; } = SiteVisitPage.Empty;

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Visits = Choice.Chosen is { } campaign ? await visits.ReadAsync(campaign.Id, Closed, Read(BeforeRow, backwards: true) ?? Read(AfterRow, backwards: false), cancellation) : SiteVisitPage.Empty;
    }

    /// <summary>The address of this list from a place on.</summary>
    public string? PathOf(VisitPlace? place)
    {
        var text = place is null ? null : $"{place.On.ToString(Day, CultureInfo.InvariantCulture)} {place.CaseNumber}";
        return place is null ? null : Url.Page("/District/Visits", new { Year, Closed, After = place.Backwards ? null : text, Before = place.Backwards ? text : null });
    }

    /// <summary>The address of the open or of the closed ones.</summary>
    public string PathOf(bool closed) => Url.Page("/District/Visits", new { Year, Closed = closed }) ?? "/district/visits";

    private static VisitPlace? Read(string? text, bool backwards) =>
        (text ?? "").Split(' ', 2) is [var day, var number] && DateOnly.TryParseExact(day, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? new VisitPlace(on, number, backwards) : null;
}
