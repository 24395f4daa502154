using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace GreenFactory.Web.Guide;

/// <summary>Addresses in the guide: pages of the guide are written as files, pages of the portal from its root.</summary>
internal static class GuideLinks
{
    public static void Rewrite(MarkdownDocument document, string pathBase)
    {
        foreach (var link in document.Descendants<LinkInline>())
        {
            link.Url = Rewrite(link.Url ?? "", pathBase);
        }
    }

    private static string Rewrite(string url, string pathBase)
    {
        if (url.StartsWith('/'))
        {
            return pathBase + url;
        }

        var file = url.IndexOf(".md", StringComparison.Ordinal);
        return file < 0 || url.Contains("://", StringComparison.Ordinal) ? url : $"{pathBase}/help/{url[..file]}{url[(file + 3)..]}";
    }
}
