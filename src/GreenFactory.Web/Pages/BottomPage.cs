using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.ListDuties;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages;

/// <summary>The last 5 % of a year, with the years running, at the city's and the districts' desks (后5%与预警).</summary>
public abstract class BottomPage(CampaignChoiceReader campaigns, BottomShareQuery query) : DeskPage
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>What is shown; null without a campaign.</summary>
    public BottomShare? Share { get; private set; }

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Share = Choice.Chosen is { } campaign ? await query.ReadAsync(campaign, cancellation) : null;
    }
}
