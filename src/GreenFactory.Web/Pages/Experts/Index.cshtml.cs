using GreenFactory.Application.Experts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Experts;

/// <summary>What is assigned to the expert.</summary>
public sealed class IndexModel(MyAssignmentsQuery query, TimeProvider clock) : PageModel
{
    /// <summary>The assignments.</summary>
    public IReadOnlyList<MyAssignment> Assignments { get; private set; } = [];

    /// <summary>The time.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>What the last action did.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>Shows.</summary>
    public async Task OnGetAsync(CancellationToken cancellation) => Assignments = await query.ListAsync(cancellation);
}
