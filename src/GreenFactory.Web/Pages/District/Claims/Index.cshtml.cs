using GreenFactory.Application.Accounts;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.District.Claims;

internal sealed class ClaimsModel(PendingClaimsQuery query, DecideClaimHandler decide) : PageModel
{
    [BindProperty]
    public string? Reason { get; set; }

    public Guid? Refused { get; private set; }

    public IReadOnlyList<PendingClaim> Claims { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) => Claims = await query.ReadAsync(cancellation);

    public async Task<IActionResult> OnPostApproveAsync(Guid claim, CancellationToken cancellation) =>
        await TellAsync(await decide.HandleAsync(new DecideClaim(claim, null), cancellation), cancellation);

    public async Task<IActionResult> OnPostRefuseAsync(Guid claim, CancellationToken cancellation)
    {
        Refused = claim;
        return await TellAsync(await decide.HandleAsync(new DecideClaim(claim, Reason ?? ""), cancellation), cancellation);
    }

    private async Task<IActionResult> TellAsync(Result<string> outcome, CancellationToken cancellation)
    {
        if (outcome.Succeeded)
        {
            TempData["Done"] = outcome.Value;
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
