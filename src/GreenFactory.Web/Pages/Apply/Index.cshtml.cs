using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.Honours;
using GreenFactory.Application.ListDuties;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Apply;

/// <summary>The organisations a person acts for, their cases, and the beginning of a new one.</summary>
public sealed class IndexModel(ApplicantHomeQuery home, BeginDeclarationHandler begin, RemovalListQuery removals, OwnPlacesQuery places, TimeProvider clock) : PageModel
{
    /// <summary>What is shown.</summary>
    public ApplicantHome Home { get; private set; } = null!;

    /// <summary>Year of the campaign in which something may be begun; null for the usual one.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "年度")]
    public int? Year { get; set; }

    /// <summary>The present moment.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>Proposed removals of the person's units.</summary>
    public IReadOnlyList<RemovalLine> Removals { get; private set; } = [];

    /// <summary>Early warnings of the person's units.</summary>
    public IReadOnlyList<OwnWarning> Warnings { get; private set; } = [];

    /// <summary>Shows the page.</summary>
    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Home = await home.ReadAsync(Year, cancellation);
        Removals = await removals.ListAsync(done: false, 0, cancellation);
        Warnings = await places.ReadAsync(cancellation);
    }

    /// <summary>Begins a declaration.</summary>
    public async Task<IActionResult> OnPostAsync(Guid organisation, DeclarationPurpose purpose, CancellationToken cancellation)
    {
        var outcome = await begin.HandleAsync(new BeginDeclaration(new OrganisationId(organisation), purpose, Year), cancellation);
        if (outcome.Succeeded)
        {
            return Redirect($"/apply/{outcome.Value.Value}");
        }

        ModelState.AddModelError("", outcome.Error.Message);
        Home = await home.ReadAsync(Year, cancellation);
        return Page();
    }
}
