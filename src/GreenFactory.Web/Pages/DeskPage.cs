using GreenFactory.Domain.Shared;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages;

/// <summary>What the pages of an officer's desk share: the outcome of an action stands in a note after the redirect, errors stand at their fields.</summary>
public abstract class DeskPage : PageModel
{
    /// <summary>What was done, after the redirect.</summary>
    [TempData]
    public string? Done { get; set; }

    /// <summary>What was refused, after the redirect.</summary>
    [TempData]
    public string? Refused { get; set; }

    /// <summary>Puts the reasons of a failure at their fields.</summary>
    protected void Show(IEnumerable<Error> errors) => ModelState.AddErrors(errors, "");

    /// <summary>
    /// Goes back to an address, with the outcome in a note. A script whose page stays is told a refusal as such: a redirect would mean that what was typed
    /// is taken.
    /// </summary>
    protected IActionResult After(Result outcome, string done, string path)
    {
        if (outcome.Succeeded)
        {
            Done = done;
        }
        else if (Request.IsBackground())
        {
            Show(outcome.Errors);
            return Page();
        }
        else
        {
            Refused = string.Join(" ", outcome.Errors.Select(error => error.Message));
        }

        return LocalRedirect(path);
    }

    /// <summary>The file inline, as a browser may show it (its headers let nothing in it run); not found when there is none.</summary>
    protected IActionResult Inline(Application.Reviews.OpenedFile? file)
    {
        if (file is null)
        {
            return NotFound();
        }

        var shown = file.MediaType is "application/pdf" or "image/png" or "image/jpeg";
        var headers = Response.Headers;
        headers.CacheControl = "private, no-store";
        headers.ContentDisposition = $"{(shown ? "inline" : "attachment")}; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        return File(file.Content, file.MediaType);
    }
}
