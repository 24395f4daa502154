using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>Public notices and objections (公示与异议).</summary>
public sealed class NoticesModel(CampaignChoiceReader campaigns, NoticeWorkQuery query, OpenNoticeHandler open, DecideObjectionHandler decide) : PageModel
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
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
    [Display(Name = "答复")]
    public string? Answer { get; set; }

    /// <summary>The objection the answer is for.</summary>
    public Guid? Answered { get; private set; }

    /// <summary>What is said where an investigation began and an answer was typed that only a decision takes.</summary>
    public const string BeganWithWords = "已开始核查。答复在作出结论时提交，所写的内容仍在页面上。";

    /// <summary>Whether this action began an investigation and the page stays because an answer is typed already.</summary>
    public bool Investigated { get; private set; }

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Whether objections already decided are shown.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "已办理")]
    public bool Decided { get; set; }

    /// <summary>The group of objections opened; null for the list of all.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "同组异议")]
    public Guid? Group { get; set; }

    /// <summary>The objection after which the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public Guid? After { get; set; }

    /// <summary>The objections of this page.</summary>
    public IEnumerable<ObjectionWork> Objections => Work?.Objections.Take(NoticeWorkQuery.PageSize) ?? [];

    /// <summary>Address of the next page of objections, or null.</summary>
    public string? Next => Work is { Objections: { Count: > NoticeWorkQuery.PageSize } all } ? At(Group, Decided, all[NoticeWorkQuery.PageSize - 1].Objection.Id.Value) : null;

    /// <summary>Address of the first page when this is another one, or null.</summary>
    public string? First => After is null ? null : At(Group, Decided, null);

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Work = Choice.Chosen is { } campaign ? await query.ReadAsync(campaign.Id, new ObjectionPage(Decided, Group, After), cancellation) : null;
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
            if (step is ObjectionAction.Investigate && !WrittenText.SaysNothing(Answer))
            {
                if (!Request.IsBackground())
                {
                    (Investigated, Answered, Done) = (true, id, null);
                    await OnGetAsync(cancellation);
                    return Page();
                }

                Done = BeganWithWords;
                Response.LeaveTyped([nameof(Answer)]);
            }

            return RedirectToPage(new { Year, Group, Decided = Decided ? true : (bool?)null });
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

    /// <summary>Address of a page of objections of this campaign.</summary>
    public string? At(Guid? group, bool decided, Guid? after) => Url.Page("/City/Notices", new { Year, group, decided = decided ? true : (bool?)null, after });

    /// <summary>A notice as typed.</summary>
    public sealed class OpenInput
    {
        /// <summary>Title.</summary>
        [Display(Name = "公示标题")]
        public string? Title { get; set; }
    }
}
