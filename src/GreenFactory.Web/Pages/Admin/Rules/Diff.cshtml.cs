using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Checking;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Admin.Rules;

internal sealed class DiffModel(RuleSetVersionQuery query) : PageModel
{
    /// <summary>Changes on a page.</summary>
    public const int Size = 100;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "原版本")]
    public Guid From { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "新版本")]
    public Guid To { get; set; }

    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public int At { get; set; }

    public RuleSetVersion Before { get; private set; } = null!;

    public RuleSetVersion After { get; private set; } = null!;

    public IReadOnlyList<RuleSetChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (From == default && To == default)
        {
            return RedirectToPage("/Admin/Rules/Index");
        }

        if (await query.FindAsync(new RuleSetVersionId(From), cancellation) is not { } before || await query.FindAsync(new RuleSetVersionId(To), cancellation) is not { } after)
        {
            return NotFound();
        }

        (Before, After) = (before, after);
        Changes = RuleSetDiff.Compare(RuleSetDocuments.SetOf(before), RuleSetDocuments.SetOf(after));
        return Page();
    }
}
