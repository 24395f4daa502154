using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Reviews;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District;

/// <summary>The district's on-site verifications.</summary>
public sealed class VisitsModel(CampaignChoiceReader campaigns, SiteVisitReader reader) : DeskPage
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>The visits.</summary>
    public IReadOnlyList<SiteVisitRow> Visits { get; private set; } = [];

    /// <summary>Shows the list.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Visits = Choice.Chosen is { } campaign ? await reader.ListAsync(campaign.Id, cancellation) : [];
    }
}
