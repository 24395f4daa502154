using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.RuleLibrary.DryRuns;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Web.Face.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GreenFactory.Web.Pages.Admin.Rules;

internal sealed class DryRunModel(DryRunChoicesQuery query, StartDryRunHandler start, CurrentAccess access) : PageModel
{
    private const char Between = '|';

    /// <summary>How the line can be drawn.</summary>
    public static IReadOnlyList<SelectListItem> LineKinds { get; } =
    [
        new("不设", nameof(DryRunLine.None)),
        new("得分线", nameof(DryRunLine.Points)),
        new("名额线", nameof(DryRunLine.Places)),
    ];

    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>Campaign and version that scored, as one choice.</summary>
    [BindProperty]
    [Display(Name = "批次和原来的规则集")]
    public string? Over { get; set; }

    [BindProperty]
    [Display(Name = "入围线的算法")]
    public DryRunLine LineKind { get; set; }

    [BindProperty]
    [Display(Name = "入围线")]
    public string? Line { get; set; }

    public DryRunChoices Found { get; private set; } = null!;

    public bool MayWrite => access.Scope.Desk is Desk.Admin;

    public IEnumerable<SelectListItem> Items => Found.Choices.Select(choice => new SelectListItem(
        $"{choice.CampaignTitle}：{choice.BaseTitle}，{choice.Count} 份{(choice.Places is { } places ? $"，名额 {places}" : "")}", ValueOf(choice.Campaign, choice.Base)));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        var first = Found.Choices.Count > 0 ? Found.Choices[0] : null;
        Over = first is null ? null : ValueOf(first.Campaign, first.Base);
        (LineKind, Line) = first?.Places is { } places ? (DryRunLine.Places, NumberText.Natural(places)) : (DryRunLine.None, null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (campaign, scored) = Over?.Split(Between) is [var left, var right] && Guid.TryParse(left, out var one) && Guid.TryParse(right, out var other) ? (one, other) : (default, default);
        var outcome = await start.HandleAsync(new StartDryRun(new RuleSetVersionId(Id), new CampaignId(campaign), new RuleSetVersionId(scored), LineKind, Line), cancellation);
        if (outcome.Succeeded)
        {
            return RedirectToPage("/Admin/Rules/DryRunResult", new { id = outcome.Value.Value });
        }

        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        foreach (var error in outcome.Errors)
        {
            ModelState.AddModelError(error.Field ?? "", error.Message);
        }

        return Page();
    }

    private static string ValueOf(CampaignId campaign, RuleSetVersionId scored) => $"{campaign.Value}{Between}{scored.Value}";

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        var found = await query.ReadAsync(new RuleSetVersionId(Id), cancellation);
        Found = found!;
        return found is not null;
    }
}
