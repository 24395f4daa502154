using GreenFactory.Application.PublicSite;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Public;

/// <summary>One announcement. One query.</summary>
public sealed class AnnouncementModel(AnnouncementQuery announcements) : PageModel
{
    /// <summary>The announcement.</summary>
    public AnnouncementText Announcement { get; private set; } = null!;

    /// <summary>Reads the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await announcements.RunAsync(id, cancellation) is not { } found)
        {
            return NotFound();
        }

        Announcement = found;
        return Page();
    }
}
