using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Marks;

/// <summary>An icon of <c>wwwroot/icons/sprite.svg</c>. It is hidden from screen readers unless it carries a label; an icon never stands without a word.</summary>
[HtmlTargetElement("gf-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper(IFileVersionProvider versions) : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <summary>Symbol in the sprite: done, error, arrow …</summary>
    [HtmlAttributeName("name")]
    public required string Name { get; set; }

    /// <summary>What the icon says where no word stands beside it.</summary>
    [HtmlAttributeName("label")]
    public string? Label { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var extra = output.Attributes["class"]?.Value?.ToString();
        output.TagName = null;
        output.Content.SetHtmlContent(IconMarkup.Svg(versions, ViewContext, Name, Label, extra));
    }
}
