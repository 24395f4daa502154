using GreenFactory.Application.Assessments;
using GreenFactory.Application.Cases;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.City;

/// <summary>A whole case, read only.</summary>
public sealed class CaseModel(CityCaseQuery query, CityReviewQuery review, StepsQuery steps) : PageModel
{
    /// <summary>The case.</summary>
    public CityCase Case { get; private set; } = null!;

    /// <summary>What the district and the departments recorded.</summary>
    public CityReview Review { get; private set; } = null!;

    /// <summary>What the compliance check can end in, by this person.</summary>
    public OpenSteps Steps { get; private set; } = OpenSteps.None;

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Shows.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await query.ReadAsync(new DeclarationId(id), cancellation) is not { } found)
        {
            return NotFound();
        }

        Case = found;
        Review = await review.ReadAsync(found.Declaration.Id, cancellation);
        Steps = await steps.ReadAsync(found.Declaration, CitySteps.Compliance, StepKnown.Nothing, cancellation);
        return Page();
    }
}
