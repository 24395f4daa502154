using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.ListDuties;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages;

/// <summary>The units of the list that have to benchmark in a year, as the city's and the districts' desks see them (名录管理).</summary>
public abstract class BenchmarkListPage(CampaignChoiceReader campaigns, BenchmarkDutyQuery query, RemindBenchmarkingHandler remind, TimeProvider clock) : PageModel
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>Only units of this district.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "区县")]
    public Guid? District { get; set; }

    /// <summary>Only units that have come so far.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "对标进度")]
    public BenchmarkProgress? Progress { get; set; }

    /// <summary>Only units that hold this text.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "查找内容")]
    public string? Search { get; set; }

    /// <summary>How many units the page passes over.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public int After { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>The page of the list; null without a campaign.</summary>
    public DutyPage? Duties { get; private set; }

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>The desk's own address of the list.</summary>
    public abstract string Home { get; }

    /// <summary>The address of a case at this desk.</summary>
    public abstract string CasePath(DeclarationId id);

    /// <summary>Whether a district can still report.</summary>
    public bool TakesMore => Duties?.Districts.Any(district => clock.GetUtcNow() < district.Until) is true;

    /// <summary>The address of this list with other filters.</summary>
    public string PathOf(BenchmarkProgress? progress, Guid? district, int after = 0) =>
        Home + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["year"] = Choice.Chosen?.Year.ToString(null, null),
                ["progress"] = progress?.ToString(),
                ["district"] = district?.ToString(),
                ["search"] = WrittenText.SaysNothing(Search) ? null : Search,
                ["after"] = after > 0 ? after.ToString(null, null) : null,
            }.Where(pair => pair.Value is not null));

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Duties = Choice.Chosen is { } campaign
            ? await query.ReadAsync(campaign, new DutyFilter(District is { } district ? new DistrictId(district) : null, Progress, After, Search), cancellation)
            : null;
    }

    /// <summary>Reminds the units that have not handed in.</summary>
    public async Task<IActionResult> OnPostRemindAsync(CancellationToken cancellation)
    {
        var outcome = await remind.HandleAsync(new RemindBenchmarking(Year, District is { } district ? new DistrictId(district) : null), cancellation);
        if (outcome.Succeeded)
        {
            var (units, byDistrict) = outcome.Value;
            Done = $"已提醒 {units} 家单位（平台消息和邮件）"
                + (byDistrict > 0 ? $"；另有 {byDistrict} 家在平台上没有经办人，已请所在区县联系。" : "。");
            return RedirectToPage(new { Year, District, Progress, Search });
        }

        ModelState.AddErrors(outcome.Errors);
        await OnGetAsync(cancellation);
        return Page();
    }
}
