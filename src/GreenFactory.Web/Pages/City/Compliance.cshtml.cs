using GreenFactory.Application.Assessments;
using GreenFactory.Domain.Declarations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>Cases that wait for the compliance check.</summary>
public sealed class ComplianceModel(CityCaseListQuery query) : PageModel
{
    /// <summary>Case number after which the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>The cases.</summary>
    public CityCasePage Cases { get; private set; } = new([], 0, null);

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        Cases = await query.ListAsync([CaseState.Reported], string.IsNullOrEmpty(After) ? null : After, cancellation);
}
