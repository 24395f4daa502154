using GreenFactory.Application.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>The receipt of the latest submission.</summary>
public sealed class ReceiptModel(ApplicantCaseReader cases, SubmissionReader submissions) : CasePage
{
    /// <summary>The submission.</summary>
    public SubmittedDeclaration Submitted { get; private set; } = null!;

    /// <summary>Shows the receipt.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation) || await submissions.ReadLatestAsync(Key, cancellation) is not { } submitted)
        {
            return NotFound();
        }

        Submitted = submitted;
        return Page();
    }
}
