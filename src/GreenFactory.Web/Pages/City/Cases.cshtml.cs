using GreenFactory.Application.Assessments;
using GreenFactory.Domain.Declarations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>Every submitted case of the city.</summary>
public sealed class CasesModel(CityCaseListQuery query) : PageModel
{
    /// <summary>Only cases of this state.</summary>
    [BindProperty(SupportsGet = true)]
    public CaseState? State { get; set; }

    /// <summary>Case number after which the page begins.</summary>
    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    /// <summary>The cases.</summary>
    public CityCasePage Cases { get; private set; } = new([], 0, null);

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) =>
        Cases = await query.ListAsync(State is { } state ? [state] : [], string.IsNullOrEmpty(After) ? null : After, cancellation);
}
