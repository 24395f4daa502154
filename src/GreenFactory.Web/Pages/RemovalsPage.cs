using System.ComponentModel.DataAnnotations;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages;

/// <summary>Proposals of removal and restoration, and the beginning of one, as the city's and the districts' desks see them (移出与恢复).</summary>
public abstract class RemovalsPage(RemovalListQuery query, ProposeRemovalHandler propose, ProposableUnitQuery units, TimeProvider clock) : PageModel
{
    /// <summary>Those that are done; otherwise those that wait.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "已办结")]
    public bool Finished { get; set; }

    /// <summary>How many proposals the page passes over.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "翻页位置")]
    public int After { get; set; }

    /// <summary>What is searched for in the list.</summary>
    [BindProperty(SupportsGet = true)]
    [Display(Name = "查找内容")]
    public string? Search { get; set; }

    /// <summary>A proposal as typed.</summary>
    [BindProperty]
    public RemovalInput Input { get; set; } = new();

    /// <summary>The proposals, and one more where there is a next page.</summary>
    public IReadOnlyList<RemovalLine> Lines { get; private set; } = [];

    /// <summary>Units found.</summary>
    public IReadOnlyList<ProposableUnit>? Found { get; private set; }

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>The moment against which the last days of answers are held.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The desk's own address of these pages.</summary>
    public abstract string Home { get; }

    /// <summary>Shows.</summary>
    public virtual async Task OnGetAsync(CancellationToken cancellation)
    {
        Lines = await query.ListAsync(Finished, After, cancellation);
        Found = WrittenText.SaysNothing(Search) ? null : await units.FindAsync(Search, cancellation);
    }

    /// <summary>Proposes.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var outcome = await propose.HandleAsync(new ProposeRemoval(new GreenUnitId(Input.Unit), Input.Ground, Input.Detail), cancellation);
        if (outcome.Succeeded)
        {
            Done = "移出建议已记录。可以在下面添加证明材料；告知单位并听取意见后，由市级负责人决定。";
            return LocalRedirect($"{Home}/{outcome.Value.Value}");
        }

        ModelState.AddErrors(outcome.Errors, nameof(Input));
        await OnGetAsync(cancellation);
        return Page();
    }

    /// <summary>A proposal as typed.</summary>
    public sealed class RemovalInput
    {
        /// <summary>The unit.</summary>
        [Display(Name = "单位")]
        public Guid Unit { get; set; }

        /// <summary>The ground.</summary>
        [Display(Name = "移出依据")]
        public RemovalGround? Ground { get; set; }

        /// <summary>The facts.</summary>
        [Display(Name = "事实和材料")]
        public string? Detail { get; set; }
    }
}
