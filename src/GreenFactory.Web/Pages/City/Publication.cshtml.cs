using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>Publication of the final list, with the removals it carries out (发布).</summary>
public sealed class PublicationModel(
    CampaignChoiceReader campaigns, PublicationWorkQuery query, PublishHandler publish, ProposeRemovalHandler propose, RegisterSearchQuery register) : PageModel
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>What is to be published; null without a campaign.</summary>
    public PublicationWork? Work { get; private set; }

    /// <summary>Units found for a removal.</summary>
    public RegisterPage? Found { get; private set; }

    /// <summary>What is searched for in the register.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "查找内容")]
    public string? Search { get; set; }

    /// <summary>The publication as typed.</summary>
    [BindProperty]
    public PublishInput Input { get; set; } = new();

    /// <summary>A removal as typed.</summary>
    [BindProperty]
    public RemovalInput Removal { get; set; } = new();

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Work = Choice.Chosen is { } campaign ? await query.ReadAsync(campaign.Id, cancellation) : null;
        Found = string.IsNullOrWhiteSpace(Search) ? null : await register.SearchAsync(new RegisterSearch(Search), cancellation);
    }

    /// <summary>Publishes.</summary>
    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellation)
    {
        var outcome = await publish.HandleAsync(new Publish(Input.Title ?? "", Input.DocumentNumber ?? "") { Notice = Input.Notice is { } seen ? new NoticeId(seen) : null }, cancellation);
        if (outcome.Succeeded)
        {
            Done = "名单已发布，名录已更新。";
            return RedirectToPage(new { Year });
        }

        ModelState.AddErrors(outcome.Errors);
        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>Proposes a removal.</summary>
    public async Task<IActionResult> OnPostRemovalAsync(CancellationToken cancellation)
    {
        var outcome = await propose.HandleAsync(new ProposeRemoval(new GreenUnitId(Removal.Unit), Removal.Ground, Removal.Detail), cancellation);
        if (outcome.Succeeded)
        {
            Done = "移除建议已记录，随下一次发布生效并公告。";
            return RedirectToPage(new { Year });
        }

        ModelState.AddErrors(outcome.Errors, nameof(Removal));
        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>A publication as typed.</summary>
    public sealed class PublishInput
    {
        /// <summary>The notice that stood on the page.</summary>
        [Display(Name = "公示")]
        public Guid? Notice { get; set; }

        /// <summary>Title.</summary>
        [Display(Name = "名单标题")]
        public string? Title { get; set; }

        /// <summary>Number of the document.</summary>
        [Display(Name = "文号")]
        public string? DocumentNumber { get; set; }
    }

    /// <summary>A removal as typed.</summary>
    public sealed class RemovalInput
    {
        /// <summary>The unit.</summary>
        [Display(Name = "单位")]
        public Guid Unit { get; set; }

        /// <summary>The ground.</summary>
        [Display(Name = "移出依据")]
        public RemovalGround? Ground { get; set; }

        /// <summary>The facts.</summary>
        [Display(Name = "具体事实")]
        public string? Detail { get; set; }
    }
}
