using GreenFactory.Application.Audit;
using GreenFactory.Application.Evidence;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Apply.Evidence;

/// <summary>Sends a piece of evidence to somebody who sees its case.</summary>
public sealed class OpenModel(OpenEvidenceHandler open) : PageModel
{
    /// <summary>Why it is not sent.</summary>
    public Error? Refusal { get; private set; }

    /// <summary>Sends the file.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        var outcome = await open.HandleAsync(new EvidenceId(id), cancellation);
        if (outcome.Succeeded)
        {
            return File(outcome.Value.Content, outcome.Value.MediaType, outcome.Value.FileName);
        }

        if (outcome.Error == ProcessErrors.NotFound)
        {
            return NotFound();
        }

        Refusal = outcome.Error;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
