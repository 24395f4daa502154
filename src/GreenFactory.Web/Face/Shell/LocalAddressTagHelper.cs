using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Shell;

/// <summary>Keeps every address inside its municipality: one that begins at the root of the site gets the path of the municipality put before it.</summary>
[HtmlTargetElement("a", Attributes = "href")]
[HtmlTargetElement("form", Attributes = "action")]
[HtmlTargetElement("button", Attributes = "formaction")]
[HtmlTargetElement("img", Attributes = "src")]
[HtmlTargetElement("iframe", Attributes = "src")]
public sealed class LocalAddressTagHelper : TagHelper
{
    private static readonly string[] Names = ["href", "action", "formaction", "src"];

    /// <summary>After the helpers that make addresses.</summary>
    public override int Order => int.MaxValue;

    /// <summary>The page being written.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var root = ViewContext.HttpContext.Request.PathBase.Value;
        if (string.IsNullOrEmpty(root))
        {
            return;
        }

        foreach (var attribute in output.Attributes.Where(attribute => Names.Contains(attribute.Name)).ToList())
        {
            var address = TextOf(attribute.Value);
            if (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && address != root && !address.StartsWith(root + "/", StringComparison.OrdinalIgnoreCase))
            {
                output.Attributes.SetAttribute(attribute.Name, new HtmlContentBuilder().Append(root).AppendHtml(address));
            }
        }
    }

    /// <summary>The attribute as it will be written, encoded.</summary>
    private static string TextOf(object? value)
    {
        if (value is not IHtmlContent content)
        {
            return HtmlEncoder.Default.Encode(value?.ToString() ?? "");
        }

        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
