using GreenFactory.Application.Audit;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.District.Cases;

/// <summary>What happened to a case, as far as the district may read it.</summary>
public sealed class RecordModel(WorkbenchQuery workbench, CaseTimelineQuery timeline) : DeskPage
{
    /// <summary>The case with everything known.</summary>
    public Workbench Bench { get; private set; } = null!;

    /// <summary>The story, oldest first.</summary>
    public IReadOnlyList<TimelineEntry> Entries { get; private set; } = [];

    /// <summary>Shows the story.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await workbench.ReadAsync(new DeclarationId(id), cancellation) is not { } bench)
        {
            return NotFound();
        }

        (Bench, Entries) = (bench, await timeline.ReadAsync(new DeclarationId(id), cancellation));
        return Page();
    }
}
