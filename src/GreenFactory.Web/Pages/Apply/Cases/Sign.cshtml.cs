using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Access;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Declarations;
using GreenFactory.Domain.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>真实性承诺 and the signer's submission.</summary>
public sealed class SignModel(ApplicantCaseReader cases, SubmitDeclarationHandler submit, StepsQuery steps, CurrentAccess access) : CasePage
{
    /// <summary>Key of this opened page: it never makes two submissions.</summary>
    [BindProperty]
    [Display(Name = "提交凭据")]
    public Guid Token { get; set; } = Guid.CreateVersion7();

    /// <summary>Whether the promise is ticked.</summary>
    [BindProperty]
    [Display(Name = "承诺")]
    public bool Promise { get; set; }

    /// <summary>The signer's name as typed.</summary>
    [BindProperty]
    [Display(Name = "签名")]
    public string? Signature { get; set; }

    /// <summary>The name that has to be typed.</summary>
    public string SignerName => access.Scope.PersonName;

    /// <summary>What the submission still lacks, the promise aside.</summary>
    public IReadOnlyList<CaseGuard> Missing { get; private set; } = [];

    /// <summary>Shows the page; a case that is submitted shows its receipt.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation))
        {
            return NotFound();
        }

        if (!Work.Declaration.IsEditable)
        {
            return Redirect(Work.Declaration.SubmittedAt is null ? Home : $"{Home}/receipt");
        }

        return await IsMineAsync(cancellation) ? Page() : Redirect($"{Home}/check");
    }

    /// <summary>Submits.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await submit.HandleAsync(new SubmitDeclaration(Key, Token, Promise, Signature ?? ""), cancellation);
        if (outcome.Succeeded)
        {
            Done = outcome.Value.Repeated ? "该申报此前已经提交，这是当时的回执。" : "已提交，请保存回执。";
            return Redirect($"{Home}/receipt");
        }

        if (!await LoadAsync(cases, cancellation))
        {
            return NotFound();
        }

        await IsMineAsync(cancellation);
        Refuse(outcome.Errors);
        return Page();
    }

    private async Task<bool> IsMineAsync(CancellationToken cancellation)
    {
        var open = await steps.ReadAsync(Work.Declaration, [CaseAction.Submit, CaseAction.Resubmit], new StepKnown { Work = Work }, cancellation);
        Missing = open.Missing;
        return open.AreMine;
    }
}
