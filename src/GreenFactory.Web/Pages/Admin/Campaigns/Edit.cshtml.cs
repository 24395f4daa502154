using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GreenFactory.Web.Pages.Admin.Campaigns;

internal sealed class EditCampaignModel(CampaignsQuery query, SaveCampaignHandler save, CurrentAccess access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid? Id { get; set; }

    [BindProperty]
    public CampaignInput Input { get; set; } = new();

    /// <summary>What somebody else saved while this was written.</summary>
    public CampaignLine? Meanwhile { get; private set; }

    public IReadOnlyList<SelectListItem> RuleSets { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (access.Scope.Desk is not Desk.Admin)
        {
            return NotFound();
        }

        if (Id is { } id)
        {
            if ((await query.ReadAsync(cancellation)).FirstOrDefault(row => row.Id.Value == id) is not { } campaign)
            {
                return NotFound();
            }

            Input = new CampaignInput
            {
                Year = campaign.Year,
                EvaluationYear = campaign.EvaluationYear,
                Title = campaign.Title,
                Basis = campaign.Basis,
                OpensAt = TypedMoment.Write(campaign.OpensAt),
                DistrictDeadline = TypedMoment.WriteDeadline(campaign.DistrictDeadline),
                NoticeDays = campaign.NoticeDays,
                RuleSets = [.. campaign.RuleSets.Select(set => set.Value)],
                Seen = campaign.Seen,
            };
        }

        return await ShowAsync(cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (access.Scope.Desk is not Desk.Admin || Id is { } id && (await query.ReadAsync(cancellation)).All(row => row.Id.Value != id))
        {
            return NotFound();
        }

        var opensAt = Read(TypedMoment.Beginning(Input.OpensAt), "Input.OpensAt");
        var deadline = Read(TypedMoment.Deadline(Input.DistrictDeadline), "Input.DistrictDeadline");
        if (!ModelState.IsValid || opensAt is null || deadline is null)
        {
            return await ShowAsync(cancellation);
        }

        var outcome = await save.HandleAsync(
            new SaveCampaign(Id, Input.Year ?? 0, Input.EvaluationYear ?? 0, Input.Title ?? "", Input.Basis ?? "", opensAt.Value, deadline.Value, Input.NoticeDays ?? 0, Input.RuleSets) { Seen = Input.Seen }, cancellation);
        if (!outcome.Succeeded)
        {
            ModelState.AddErrors(outcome.Errors);
            if (outcome.Error == ProcessErrors.ChangedMeanwhile)
            {
                Meanwhile = (await query.ReadAsync(cancellation)).Single(row => row.Id.Value == Id);
                Input.Seen = Meanwhile.Seen;
                ModelState.Remove("Input.Seen");
            }

            return await ShowAsync(cancellation);
        }

        TempData["Done"] = "批次已保存。";
        return RedirectToPage("/Admin/Campaigns/Index");
    }

    private DateTimeOffset? Read(DateTimeOffset? moment, string field)
    {
        if (moment is null)
        {
            ModelState.AddModelError(field, TypedMoment.Wrong);
        }

        return moment;
    }

    private async Task<PageResult> ShowAsync(CancellationToken cancellation)
    {
        RuleSets = [.. (await query.RuleSetsAsync(new CampaignId(Id ?? Guid.Empty), cancellation)).Select(set => new SelectListItem(PinWords.Line(set), set.Id.Value.ToString()))];
        return Page();
    }
}

internal sealed class CampaignInput
{
    [Display(Name = "版本")]
    public uint? Seen { get; set; }

    [Display(Name = "年度")]
    public int? Year { get; set; }

    [Display(Name = "评价年度")]
    public int? EvaluationYear { get; set; }

    [Display(Name = "名称")]
    public string? Title { get; set; }

    [Display(Name = "依据")]
    public string? Basis { get; set; }

    [Display(Name = "填报开始")]
    public string? OpensAt { get; set; }

    [Display(Name = "区县报送截止")]
    public string? DistrictDeadline { get; set; }

    [Display(Name = "公示天数")]
    public int? NoticeDays { get; set; }

    [Display(Name = "规则集版本")]
    public List<Guid> RuleSets { get; set; } = [];
}
