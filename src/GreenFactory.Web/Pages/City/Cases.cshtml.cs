using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Campaigns;
using GreenFactory.Domain.Declarations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>Every submitted case of the city.</summary>
public sealed class CasesModel(CampaignChoiceReader campaigns, CityCaseListQuery query) : PageModel
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>Only cases of this state.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "状态")]
    public CaseState? State { get; set; }

    /// <summary>Case number after which the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public string? After { get; set; }

    /// <summary>The cases.</summary>
    public CityCasePage Cases { get; private set; } = new([], 0, null);

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        if (Choice.Chosen is { } campaign)
        {
            Cases = await query.ListAsync(campaign.Id, State is { } state ? [state] : [], string.IsNullOrEmpty(After) ? null : After, cancellation);
        }
    }
}
