using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>Asks before a case is taken back.</summary>
public sealed class WithdrawModel(ApplicantCaseReader cases, WithdrawDeclarationHandler withdraw) : CasePage
{
    /// <summary>Why.</summary>
    [BindProperty]
    [Display(Name = "撤回理由")]
    public string? Reason { get; set; }

    /// <summary>Whether a reason is needed.</summary>
    public bool NeedsReason => Work.Declaration.State is not CaseState.Draft;

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await LoadAsync(cases, cancellation) ? Page() : NotFound();

    /// <summary>Withdraws.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await withdraw.HandleAsync(new WithdrawDeclaration(Key, Reason ?? ""), cancellation);
        if (outcome.Succeeded)
        {
            Done = "已撤回申报。";
            return Redirect(Home);
        }

        if (!await LoadAsync(cases, cancellation))
        {
            return NotFound();
        }

        Refuse(outcome.Errors);
        return Page();
    }
}
