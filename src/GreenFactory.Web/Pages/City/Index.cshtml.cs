using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>The city's overview: figures by state and district, deadline, grace, what is to be done.</summary>
public sealed class IndexModel(CampaignChoiceReader campaigns, CityOverviewQuery query, GrantGraceHandler grant, TimeProvider clock) : PageModel
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>The overview; null without a campaign.</summary>
    public CityOverview? Overview { get; private set; }

    /// <summary>The time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A grace as typed.</summary>
    [BindProperty]
    public GraceInput Input { get; set; } = new();

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>How many cases stand in a state.</summary>
    public int Count(CaseState state) => Overview?.States.GetValueOrDefault(state) ?? 0;

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Overview = Choice.Chosen is { } campaign ? await query.ReadAsync(campaign, cancellation) : null;
    }

    /// <summary>Grants a grace.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await grant.HandleAsync(new GrantGrace(new DistrictId(Input.District), Input.LastDay, Input.Reason ?? "", Year), cancellation);
        if (outcome.Succeeded && ModelState.IsValid)
        {
            Done = "延期决定已记录，该区县可以继续报送。";
            return RedirectToPage(new { Year });
        }

        ModelState.AddErrors(outcome.Errors);
        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>A grace as typed.</summary>
    public sealed class GraceInput
    {
        /// <summary>The district.</summary>
        [Display(Name = "区县")]
        public Guid District { get; set; }

        /// <summary>Last day.</summary>
        [Display(Name = "延期至")]
        public DateOnly? LastDay { get; set; }

        /// <summary>Why.</summary>
        [Display(Name = "延期理由")]
        public string? Reason { get; set; }
    }
}
