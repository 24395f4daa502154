using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Assessments;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.Evaluation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Campaigns;

internal sealed class AssessmentModel(AssessmentRuleReader rules, SetAssessmentRuleHandler set, CurrentAccess access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    [BindProperty]
    public AssessmentInput Input { get; set; } = new();

    public PublishedAssessmentRule Rule { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        Input = new AssessmentInput
        {
            Method = Rule.Rule.Method,
            RequiredReviews = Rule.Rule.RequiredReviews,
            DisputedFrom = Rule.Rule.DisputedFrom,
            JudgesOptions = Rule.Rule.JudgesOptions,
            Seen = SeenStamps.OfRule(Rule.Rule),
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var outcome = await set.HandleAsync(
            new SetAssessmentRule(Rule.Campaign, Input.Method, Input.RequiredReviews, Input.DisputedFrom, Input.JudgesOptions) { Seen = Input.Seen ?? "" }, cancellation);
        if (!outcome.Succeeded)
        {
            ModelState.AddErrors(outcome.Errors);
            ModelState.Remove("Input.Seen");
            Input.Seen = SeenStamps.OfRule(Rule.Rule);
            return Page();
        }

        TempData["Done"] = "评审规则已保存，并在“规则公开”中公布。";
        return RedirectToPage("/Admin/Campaigns/Index");
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (access.Scope.Desk is not Desk.Admin || (await rules.ReadAllAsync(cancellation)).FirstOrDefault(row => row.Campaign == new CampaignId(Id)) is not { } found)
        {
            return false;
        }

        Rule = found;
        return true;
    }
}

internal sealed class AssessmentInput
{
    [Display(Name = "专家评分的合并方法")]
    public PanelMethod? Method { get; set; }

    [Display(Name = "每个案件的评审人数")]
    public int? RequiredReviews { get; set; }

    [Display(Name = "分歧界限")]
    public decimal? DisputedFrom { get; set; }

    [Display(Name = "定性指标由专家评定")]
    public bool JudgesOptions { get; set; }

    [Display(Name = "打开页面时的规则")]
    public string? Seen { get; set; }
}
