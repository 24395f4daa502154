using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>Publication of the final list, with the removals it carries out (发布).</summary>
public sealed class PublicationModel(
    CampaignChoiceReader campaigns, PublicationWorkQuery query, PublishHandler publish, StepsQuery steps, CurrentAccess access) : PageModel
{
    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>What is to be published; null without a campaign.</summary>
    public PublicationWork? Work { get; private set; }

    /// <summary>Whether publishing is of this person's role.</summary>
    public bool MayPublish => access.Scope.HasRoleFor(CaseAction.Publish);

    /// <summary>What publishing lacks now.</summary>
    public IReadOnlyList<CaseGuard> Missing { get; private set; } = [];

    /// <summary>The publication as typed.</summary>
    [BindProperty]
    public PublishInput Input { get; set; } = new();

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        Work = Choice.Chosen is { } campaign ? await query.ReadAsync(campaign.Id, cancellation) : null;
        var listed = await steps.ReadAsync([.. (Work?.Outcomes ?? []).Select(outcome => outcome.Row.DeclarationId)], [CaseAction.Publish], null, cancellation);
        Missing = [.. listed.Values.SelectMany(row => row.Missing).Distinct()];
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
}
