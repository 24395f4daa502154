using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GreenFactory.Web.Pages.District.Cases;

/// <summary>The district's conclusion on a case.</summary>
public sealed class ConcludeModel(WorkbenchQuery workbench, ConcludeReviewHandler handler, StepsQuery steps) : DeskPage
{
    /// <summary>The case.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "编号")]
    public Guid Id { get; set; }

    /// <summary>The conclusion.</summary>
    [BindProperty]
    [Display(Name = "结论")]
    public ConclusionKind? Kind { get; set; }

    /// <summary>Why.</summary>
    [BindProperty]
    [Display(Name = "理由")]
    public string? Reason { get; set; }

    /// <summary>What the page that was decided on rests on.</summary>
    [BindProperty]
    [Display(Name = "打开页面时的版本")]
    public string? Seen { get; set; }

    /// <summary>The case with everything known.</summary>
    public Workbench Bench { get; private set; } = null!;

    /// <summary>What can be done with the case, and what is missing for it.</summary>
    public OpenSteps Steps { get; private set; } = OpenSteps.None;

    /// <summary>The conclusions this case can have.</summary>
    public IReadOnlyList<SelectListItem> Kinds =>
        [.. (Bench.Declaration.Purpose is DeclarationPurpose.Benchmark ? new[] { ConclusionKind.Keep, ConclusionKind.Rectify, ConclusionKind.Adjust } : [ConclusionKind.Recommend, ConclusionKind.Decline])
            .Select(kind => new SelectListItem(ReviewWords.Of(kind), kind.ToString()))];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        Seen = Bench.Stamp;
        return Page();
    }

    /// <summary>Concludes.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await ReadAsync(cancellation))
        {
            return NotFound();
        }

        if (Kind is not { } kind || Kinds.All(item => item.Value != kind.ToString()))
        {
            ModelState.AddModelError("Kind", "请选择结论。");
            return Page();
        }

        var outcome = await handler.HandleAsync(new ConcludeReview(new DeclarationId(Id), kind, Reason, Seen ?? ""), cancellation);
        if (outcome.Succeeded)
        {
            return After(outcome, $"已作出结论：{ReviewWords.Of(kind)}。", $"/district/cases/{Id}");
        }

        Show(outcome.Errors.Select(error => error.Code == "case.guard.ReasonGiven" ? error.At("Reason") : error));
        await ReadAsync(cancellation);
        Seen = Bench.Stamp;
        ModelState.Remove(nameof(Seen));
        return Page();
    }

    private async Task<bool> ReadAsync(CancellationToken cancellation)
    {
        if (await workbench.ReadAsync(new DeclarationId(Id), cancellation) is not { } bench)
        {
            return false;
        }

        (Bench, Steps) = (bench, await steps.ReadAsync(bench.Declaration, DistrictSteps.All, bench.Known, cancellation));
        return true;
    }
}
