using GreenFactory.Web.Guide;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GreenFactory.Web.Pages.Public.Help;

/// <summary>Table of contents of the user guide. No query.</summary>
public sealed class IndexModel(GuideLibrary guide) : PageModel
{
    /// <summary>The parts with their pages.</summary>
    public IReadOnlyList<(string Title, IReadOnlyList<GuidePage> Pages)> Parts { get; private set; } = [];

    /// <summary>Reads the page.</summary>
    public void OnGet() =>
        Parts = [.. GuideContents.Parts.Select(part =>
            (part.Title, (IReadOnlyList<GuidePage>)[.. part.Slugs.Select(slug => guide.Find(slug, Request.PathBase)!)]))];
}
