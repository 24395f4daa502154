using GreenFactory.Web.Guide;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Public.Help;

/// <summary>One page of the user guide. No query.</summary>
public sealed class GuideModel(GuideLibrary guide) : PageModel
{
    /// <summary>The page.</summary>
    public GuidePage Entry { get; private set; } = null!;

    /// <summary>Every page, for the list beside the text.</summary>
    public IReadOnlyList<GuidePage> Others { get; private set; } = [];

    /// <summary>Reads the page.</summary>
    public IActionResult OnGet(string slug)
    {
        if (guide.Find(slug, Request.PathBase) is not { } entry)
        {
            return NotFound();
        }

        Entry = entry;
        Others = [.. GuideContents.Parts.SelectMany(part => part.Slugs).Select(other => guide.Find(other, Request.PathBase)!)];
        return Page();
    }
}
