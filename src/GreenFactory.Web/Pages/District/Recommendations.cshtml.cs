using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District;

/// <summary>The district's order of recommendations and its pack.</summary>
public sealed class RecommendationsModel(
    CampaignChoiceReader campaigns, DistrictPackQuery packs, FilingWindowReader windows, MoveRecommendationHandler move, SealPackHandler seal, CurrentAccess access) : DeskPage
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>The lead says that the content was checked.</summary>
    [BindProperty]
    [Display(Name = "已核对")]
    public bool Checked { get; set; }

    /// <summary>The case that is moved.</summary>
    [BindProperty]
    [Display(Name = "案件")]
    public Guid? Moved { get; set; }

    /// <summary>Its place to be, from 1.</summary>
    [BindProperty]
    [Display(Name = "位次")]
    public int? Place { get; set; }

    /// <summary>Why the place departs from the order of the score.</summary>
    [BindProperty]
    [Display(Name = "理由")]
    public string? Reason { get; set; }

    /// <summary>The order that the officer saw.</summary>
    [BindProperty]
    [Display(Name = "打开页面时的次序")]
    public string? Seen { get; set; }

    /// <summary>The pack in the making; null without a campaign.</summary>
    public PackPreview? Pack { get; private set; }

    /// <summary>Until when the district may report, recorded grace included.</summary>
    public DateTimeOffset Deadline { get; private set; }

    /// <summary>Whether the person may seal.</summary>
    public bool IsLead => Pack is not null && access.Scope.RolesFor(Pack.District.Id.Value).Contains(Role.DistrictLead);

    /// <summary>Shows the pack.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Pack = Choice.Chosen is { } campaign ? await packs.ReadAsync(campaign, cancellation) : null;
        Deadline = Pack is null ? default : await windows.EndAsync(Pack.Campaign, [Pack.District.Id], cancellation);
    }

    /// <summary>Puts a recommendation at a place.</summary>
    public Task<IActionResult> OnPostMoveAsync(CancellationToken cancellation)
    {
        if (ModelState.IsValid && Place is null or < 1)
        {
            ModelState.AddModelError(nameof(Place), "请填写要调整到的位次，如 1。");
        }

        return MoveAsync(Place, "推荐次序已调整。", cancellation);
    }

    /// <summary>Gives a recommendation back to the order of the score.</summary>
    public Task<IActionResult> OnPostByScoreAsync(CancellationToken cancellation)
    {
        ModelState.Remove(nameof(Place));
        return MoveAsync(null, "已恢复按核定得分排列。", cancellation);
    }

    /// <summary>Seals and reports.</summary>
    public async Task<IActionResult> OnPostSealAsync(CancellationToken cancellation)
    {
        await OnGetAsync(cancellation);
        if (!Checked)
        {
            ModelState.AddModelError("Checked", "请确认已核对推荐次序、理由和部门意见。");
            return Page();
        }

        var outcome = await seal.HandleAsync(Year, cancellation);
        if (outcome.Succeeded)
        {
            return After(Result.Success, "已封存并报送。", $"/district/packs/{outcome.Value.Value}");
        }

        Show(outcome.Errors);
        return Page();
    }

    private async Task<IActionResult> MoveAsync(int? place, string done, CancellationToken cancellation)
    {
        if (ModelState.IsValid)
        {
            var outcome = await move.HandleAsync(new MoveRecommendation(new DeclarationId(Moved ?? Guid.Empty), place, Reason, Seen), cancellation);
            if (outcome.Succeeded)
            {
                return After(outcome, done, Year is { } year ? $"/district/recommendations?year={year}" : "/district/recommendations");
            }

            Show(outcome.Errors);
        }

        await OnGetAsync(cancellation);
        return Page();
    }
}
