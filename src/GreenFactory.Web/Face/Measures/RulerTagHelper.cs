using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Measures;

/// <summary>Draws a <see cref="Ruler"/>; <c>compact</c> fits a table cell.</summary>
[HtmlTargetElement("gf-ruler", TagStructure = TagStructure.WithoutEndTag)]
public sealed class RulerTagHelper : TagHelper
{
    /// <summary>What to draw.</summary>
    [HtmlAttributeName("of")]
    public required Ruler Of { get; set; }

    /// <summary>The small drawing without numbers.</summary>
    [HtmlAttributeName("compact")]
    public bool Compact { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Compact)
        {
            output.TagName = null;
            output.Content.SetHtmlContent(RulerDrawing.Compact(Of));
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gf-ruler");
        output.Content.SetHtmlContent(RulerDrawing.Full(Of));
    }
}
