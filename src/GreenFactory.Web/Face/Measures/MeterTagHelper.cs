using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Measures;

/// <summary>A bar from nothing to a maximum. It is hidden from screen readers: write the numbers beside it.</summary>
[HtmlTargetElement("gf-meter", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MeterTagHelper : TagHelper
{
    /// <summary>What is reached; null draws an empty track.</summary>
    [HtmlAttributeName("value")]
    public decimal? Value { get; set; }

    /// <summary>What is possible.</summary>
    [HtmlAttributeName("max")]
    public decimal Max { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Meter.Svg(Value, Max, 6));
    }
}
