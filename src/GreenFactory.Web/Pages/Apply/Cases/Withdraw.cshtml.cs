using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>Asks before a case is taken back.</summary>
public sealed class WithdrawModel(ApplicantCaseReader cases, WithdrawDeclarationHandler withdraw, StepsQuery steps) : CasePage
{
    /// <summary>Why.</summary>
    [BindProperty]
    [Display(Name = "撤回理由")]
    public string? Reason { get; set; }

    /// <summary>Whether a reason is needed.</summary>
    public bool NeedsReason { get; private set; }

    /// <summary>Shows the page; what cannot be withdrawn, or not by this person, shows its task list.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        !await LoadAsync(cases, cancellation) ? NotFound() : await IsOpenAsync(cancellation) ? Page() : Redirect(Home);

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

        await IsOpenAsync(cancellation);
        Refuse(outcome.Errors);
        return Page();
    }

    private async Task<bool> IsOpenAsync(CancellationToken cancellation)
    {
        var open = await steps.ReadAsync(Work.Declaration, [CaseAction.Withdraw], new StepKnown { Work = Work }, cancellation);
        NeedsReason = open.All.Any(step => step.Transition.Guards.Contains(CaseGuard.ReasonGiven));
        return open.Offers(CaseAction.Withdraw);
    }
}
