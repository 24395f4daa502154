using GreenFactory.Application.Declarations;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>The receipt of the latest submission, and before and after of every resubmission.</summary>
public sealed class ReceiptModel(ApplicantCaseReader cases, SubmissionReader submissions, CaseChangesQuery changes) : CasePage
{
    /// <summary>The submission.</summary>
    public SubmittedDeclaration Submitted { get; private set; } = null!;

    /// <summary>What each resubmission changed, the latest first.</summary>
    public IReadOnlyList<Resubmission> Resubmissions { get; private set; } = [];

    /// <summary>Shows the receipt.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation) || await submissions.ReadLatestAsync(Key, cancellation) is not { } submitted)
        {
            return NotFound();
        }

        Submitted = submitted;
        Resubmissions = await changes.ReadAsync(Work.Declaration, cancellation);
        return Page();
    }
}
