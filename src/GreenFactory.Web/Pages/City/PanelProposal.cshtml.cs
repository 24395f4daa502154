using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Campaigns;
using GreenFactory.Application.Clock;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>A proposal who assesses what, and its confirmation (拟定评审分配).</summary>
public sealed class PanelProposalModel(CampaignChoiceReader campaigns, PanelProposalQuery query, ConfirmPanelsHandler confirm, TimeProvider clock) : PageModel
{
    private const int PageSize = 50;
    private static readonly TimeSpan UsualPeriod = TimeSpan.FromDays(14);

    /// <summary>Year of the campaign shown; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>Most cases on which one expert works; null before a proposal is asked for.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "每人上限")]
    public int? Cap { get; set; }

    /// <summary>Decides between what is equal.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "种子")]
    public int? Seed { get; set; }

    /// <summary>The page of cases shown, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    [Display(Name = "页")]
    public int At { get; set; } = 1;

    /// <summary>The confirmation as typed.</summary>
    [BindProperty]
    public ConfirmInput Input { get; set; } = new();

    /// <summary>The campaign shown and what waits in the others.</summary>
    public CampaignChoice Choice { get; private set; } = null!;

    /// <summary>The proposal; null before one is asked for.</summary>
    public PanelProposalPage? Proposal { get; private set; }

    /// <summary>The cases of this page; those that lack experts come first.</summary>
    public IEnumerable<ProposedPanel> Shown => Proposal?.Panels.OrderBy(row => row.Shortage is null).Skip((Math.Max(1, At) - 1) * PageSize).Take(PageSize) ?? [];

    /// <summary>Address of the next page, or null.</summary>
    public string? Next => Proposal is { } proposal && proposal.Panels.Count > Math.Max(1, At) * PageSize ? Address(Math.Max(1, At) + 1) : null;

    /// <summary>Address of the first page when this is another one, or null.</summary>
    public string? First => At > 1 ? Address(1) : null;

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Input.LastDay = DateOnly.FromDateTime(ChinaTime.Of(clock.GetUtcNow() + UsualPeriod).DateTime);
        await ReadAsync(cancellation);
    }

    /// <summary>Assigns what the proposal says.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        if (Choice.Chosen is not { } campaign)
        {
            return NotFound();
        }

        var outcome = await confirm.HandleAsync(new ConfirmPanels(campaign.Id, Cap ?? 0, Seed ?? 0, Input.Seen ?? "", Input.LastDay), cancellation);
        if (outcome.Succeeded)
        {
            TempData["Done"] = $"已按方案分配 {outcome.Value} 项评审。";
            return RedirectToPage("/City/Panels", new { Year });
        }

        ModelState.AddErrors(outcome.Errors);
        await ReadAsync(cancellation);
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Choice = await campaigns.ReadAsync(Year, cancellation);
        var asked = Cap is not null;
        Seed ??= Choice.Chosen?.Year;
        Cap ??= 20;
        if (asked && Choice.Chosen is { } campaign && Cap is >= 1 and <= ConfirmPanelsHandler.LargestCap && Seed is { } seed)
        {
            Proposal = await query.ReadAsync(campaign.Id, Cap.Value, seed, cancellation);
        }
        else if (asked)
        {
            ModelState.AddModelError(nameof(Cap), $"每人上限应为 1 至 {ConfirmPanelsHandler.LargestCap} 的整数，种子应为整数。");
        }
    }

    private string? Address(int page) => Url.Page("/City/PanelProposal", new { Year, Cap, Seed, p = page });

    /// <summary>A confirmation as typed.</summary>
    public sealed class ConfirmInput
    {
        /// <summary>What the proposal said.</summary>
        [Display(Name = "打开页面时的方案")]
        public string? Seen { get; set; }

        /// <summary>Last day.</summary>
        [Display(Name = "评审期限")]
        public DateOnly? LastDay { get; set; }
    }
}
