using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Honours;
using GreenFactory.Application.ListDuties;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.City;

/// <summary>The last 5 % of a year at the city's desk: previewed, fixed by the lead, and a third year proposed for removal.</summary>
public sealed class BottomModel(CampaignChoiceReader campaigns, BottomShareQuery query, FixBenchmarkYearHandler fix, SetBottomRoundingHandler round, ProposeRemovalHandler propose) : BottomPage(campaigns, query)
{
    /// <summary>How 5 % are rounded.</summary>
    [BindProperty]
    [Display(Name = "取整方法")]
    public ShareRounding? Rounding { get; set; }

    /// <summary>Fixes the year.</summary>
    public async Task<IActionResult> OnPostFixAsync(CancellationToken cancellation)
    {
        var outcome = await fix.HandleAsync(new FixBenchmarkYear(Year ?? 0), cancellation);
        return await TellAsync(outcome.ToResult(), outcome.Succeeded ? $"已固定 {outcome.Value} 家的位次，处于后5%的单位和区县已收到预警。" : "", cancellation);
    }

    /// <summary>Sets the rounding.</summary>
    public async Task<IActionResult> OnPostRoundAsync(CancellationToken cancellation) =>
        await TellAsync(await round.HandleAsync(new SetBottomRounding(Year ?? 0, Rounding), cancellation), "取整方法已保存，下面按新方法计算。", cancellation);

    /// <summary>Proposes the removal of a unit in its third year.</summary>
    public async Task<IActionResult> OnPostProposeAsync(Guid unit, CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (Share?.Units.FirstOrDefault(row => row.Placed.Unit.Value == unit && row.Placed.Run >= BottomRule.YearsToRemoval) is not { } found || !Share.Year.IsFixed)
        {
            return NotFound();
        }

        var outcome = await propose.HandleAsync(
            new ProposeRemoval(found.Placed.Unit, RemovalGround.BottomThreeYears, PlaceWords.Of(Share.Year.Year, found.Placed.Place, found.Placed.Run)), cancellation);
        if (outcome.Succeeded)
        {
            Done = "移出建议已记录，请核对并告知单位。";
            return LocalRedirect($"/city/list/removals/{outcome.Value.Value}");
        }

        return await TellAsync(outcome.ToResult(), "", cancellation);
    }

    private async Task<IActionResult> TellAsync(Result outcome, string done, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
        {
            Done = done;
            return LocalRedirect($"/city/list/bottom?year={Year}");
        }

        Show(outcome.Errors);
        await OnGetAsync(cancellation);
        return Page();
    }
}
