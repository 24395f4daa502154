using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Public.Notices;

/// <summary>A published list. Three queries.</summary>
public sealed class PublicationModel(PublicationQuery publications) : PageModel
{
    /// <summary>The list.</summary>
    public PublicationPage Published { get; private set; } = null!;

    /// <summary>Reads the page.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await publications.ReadAsync(new PublicationId(id), cancellation) is not { } found)
        {
            return NotFound();
        }

        Published = found;
        return Page();
    }
}
