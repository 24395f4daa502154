using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Campaigns;
using GreenFactory.Domain.Declarations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>Cases that wait for the compliance check.</summary>
public sealed class ComplianceModel(CampaignChoiceReader campaigns, CityCaseListQuery query) : PageModel
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>Case number after which the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public string? After { get; set; }

    /// <summary>The cases.</summary>
    public CityCasePage Cases { get; private set; } = new([], 0, null);

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        if (Choice.Chosen is { } campaign)
        {
            Cases = await query.ListAsync(campaign.Id, [CaseState.Reported], string.IsNullOrEmpty(After) ? null : After, cancellation);
        }
    }
}
