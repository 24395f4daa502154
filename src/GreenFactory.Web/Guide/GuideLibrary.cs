using System.Collections.Concurrent;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Microsoft.AspNetCore.Html;

namespace GreenFactory.Web.Guide;

/// <summary>A page of the user guide.</summary>
/// <param name="Slug">Its address below <c>/help</c>: the name of its file.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Lead">Its first paragraph, shown in the table of contents.</param>
/// <param name="Html">Its text as HTML; raw HTML in the Markdown is shown as text, never passed through.</param>
public sealed record GuidePage(string Slug, string Title, string Lead, IHtmlContent Html);

/// <summary>
/// The user guide: Markdown files of <c>docs/user-guide</c> that ship beside the program. The first line of a file is its heading, the first
/// paragraph its lead. Links of the form <c>page.md#place</c> lead to <c>/help/page#place</c>, so that the files also read well in the repository.
/// </summary>
/// <param name="folder">Where the files are.</param>
public sealed class GuideLibrary(string folder)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .UsePipeTables()
        .UseGenericAttributes()
        .UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
        .UseCjkFriendlyEmphasis()
        .Build();

    private readonly ConcurrentDictionary<(string Slug, string PathBase), GuidePage> pages = new();

    /// <summary>The guide that ships beside the program.</summary>
    public GuideLibrary()
        : this(Path.Combine(AppContext.BaseDirectory, "docs", "user-guide"))
    {
    }

    /// <summary>The page of an address, or null.</summary>
    /// <param name="slug">Name of its file without ending.</param>
    /// <param name="pathBase">What stands before every address of this municipality, such as <c>/m/yunzhou</c>.</param>
    public GuidePage? Find(string slug, string pathBase)
    {
        if (!slug.All(character => char.IsAsciiLetterLower(character) || character is '-') || !File.Exists(PathOf(slug)))
        {
            return null;
        }

        return pages.GetOrAdd((slug, pathBase), key => Read(key.Slug, key.PathBase));
    }

    private string PathOf(string slug) => Path.Combine(folder, slug + ".md");

    private GuidePage Read(string slug, string pathBase)
    {
        var text = File.ReadAllText(PathOf(slug)).ReplaceLineEndings("\n");
        var (heading, rest) = Split(text);
        var (lead, body) = Split(rest);
        var document = Markdown.Parse(body, Pipeline);
        GuideLinks.Rewrite(document, pathBase);
        return new GuidePage(slug, heading.TrimStart('#', ' '), lead, new HtmlString(GuideTables.Scrollable(document.ToHtml(Pipeline))));
    }

    private static (string First, string Remainder) Split(string text)
    {
        var end = text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? (text.Trim(), "") : (text[..end].Trim(), text[(end + 2)..]);
    }
}
