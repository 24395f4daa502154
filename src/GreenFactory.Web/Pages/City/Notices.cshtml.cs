using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>Public notices and objections (公示与异议).</summary>
public sealed class NoticesModel(CampaignChoiceReader campaigns, NoticeWorkQuery query, OpenNoticeHandler open, DecideObjectionHandler decide) : PageModel
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>Notices and objections; null without a campaign.</summary>
    public NoticeWork? Work { get; private set; }

    /// <summary>The notice as typed.</summary>
    [BindProperty]
    public OpenInput Input { get; set; } = new();

    /// <summary>The answer as typed.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>The objection the answer is for.</summary>
    public Guid? Answered { get; private set; }

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Work = Choice.Chosen is { } campaign ? await query.ReadAsync(campaign.Id, cancellation) : null;
    }

    /// <summary>Opens a notice.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellation)
    {
        var outcome = await open.HandleAsync(new OpenNotice(Input.Title ?? "", Year), cancellation);
        if (outcome.Succeeded)
        {
            Done = "公示已开启，名单已签名并对外公开。";
            return RedirectToPage(new { Year });
        }

        ModelState.AddErrors(outcome.Errors);
        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>Takes a step on an objection.</summary>
    public async Task<IActionResult> OnPostObjectionAsync(Guid id, ObjectionAction step, CancellationToken cancellation)
    {
        var outcome = await decide.HandleAsync(new DecideObjection(new ObjectionId(id), step, Answer), cancellation);
        if (outcome.Succeeded)
        {
            Done = step switch
            {
                ObjectionAction.Investigate => "已开始核查。",
                ObjectionAction.Uphold => "异议成立，已撤销该单位资格。",
                _ => "异议不成立，已记录答复。",
            };
            return RedirectToPage(new { Year });
        }

        Answered = id;
        ModelState.Clear();
        foreach (var error in outcome.Errors)
        {
            ModelState.AddModelError(error.Field is null ? "" : $"answer-{id}", error.Message);
        }

        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>A notice as typed.</summary>
    public sealed class OpenInput
    {
        /// <summary>Title.</summary>
        public string? Title { get; set; }
    }
}
