using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Marks;

/// <summary>
/// Where a number comes from: 官方, 转录, 派生, 示例. The kind is its English name, so <c>kind="@parameter.Provenance"</c> takes any
/// enumeration whose members are called Official, Transcribed, Derived and Example. Solid means official, dashed and dotted not.
/// </summary>
[HtmlTargetElement("gf-provenance", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProvenanceTagHelper : TagHelper
{
    /// <summary>official, transcribed, derived or example, in any case.</summary>
    [HtmlAttributeName("kind")]
    public required string Kind { get; set; }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The kind is none of the four: a number of unknown origin must not pass as anything.</exception>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (word, meaning, cssClass) = ProvenanceWord.Describe(Kind);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"gf-prov gf-prov--{cssClass}");
        output.Attributes.SetAttribute("title", meaning);
        output.Content.SetContent(word);
    }
}
