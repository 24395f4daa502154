using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Accounts;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District.Claims;

internal sealed class ClaimsModel(PendingClaimsQuery query, DecideClaimHandler decide, ClaimPaperReader papers) : DeskPage
{
    [BindProperty]
    [Display(Name = "理由")]
    public string? Reason { get; set; }

    /// <summary>The officer had the licence in hand.</summary>
    [BindProperty]
    [Display(Name = "已核对原件")]
    public bool Original { get; set; }

    /// <summary>What the officer found with it.</summary>
    [BindProperty]
    [Display(Name = "核对情况")]
    public string? Override { get; set; }

    public Guid? Rejected { get; private set; }

    public Guid? Accepted { get; private set; }

    public IReadOnlyList<PendingClaim> Claims { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Claims = await query.ReadAsync(cancellation);

    /// <summary>The licence of a claim, or its proof of renaming, inline.</summary>
    public async Task<IActionResult> OnGetPaperAsync(Guid claim, bool proof, CancellationToken cancellation) =>
        Inline(await papers.OpenAsync(new OrganisationClaimId(claim), proof, cancellation));

    public async Task<IActionResult> OnPostApproveAsync(Guid claim, CancellationToken cancellation)
    {
        Accepted = claim;
        return await TellAsync(await decide.HandleAsync(new DecideClaim(claim, null, Original ? Override : null), cancellation), cancellation);
    }

    public async Task<IActionResult> OnPostRefuseAsync(Guid claim, CancellationToken cancellation)
    {
        Rejected = claim;
        return await TellAsync(await decide.HandleAsync(new DecideClaim(claim, Reason ?? ""), cancellation), cancellation);
    }

    private async Task<IActionResult> TellAsync(Result<string> outcome, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
        {
            Done = outcome.Value;
            return RedirectToPage();
        }

        foreach (var error in outcome.Errors)
        {
            ModelState.AddModelError("", error.Message);
        }

        Claims = await query.ReadAsync(cancellation);
        return Page();
    }
}
