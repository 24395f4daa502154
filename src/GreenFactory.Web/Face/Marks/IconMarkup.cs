using System.Net;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace GreenFactory.Web.Face.Marks;

/// <summary>The markup of an icon, with the versioned address of the sprite.</summary>
internal static class IconMarkup
{
    /// <summary>One icon as an <c>svg</c> that uses a symbol of the sprite.</summary>
    public static IHtmlContent Svg(IFileVersionProvider versions, ViewContext view, string name, string? label = null, string? extraClass = null)
    {
        var address = versions.AddFileVersionToPath(view.HttpContext.Request.PathBase, $"{view.HttpContext.Request.PathBase}/icons/sprite.svg");
        var voice = label is null ? "aria-hidden=\"true\"" : $"role=\"img\" aria-label=\"{WebUtility.HtmlEncode(label)}\"";
        var cssClass = extraClass is null ? "gf-i" : "gf-i " + extraClass;
        return new HtmlString($"<svg class=\"{WebUtility.HtmlEncode(cssClass)}\" {voice} width=\"16\" height=\"16\"><use href=\"{address}#{WebUtility.HtmlEncode(name)}\"/></svg>");
    }
}
