using GreenFactory.Application.RuleLibrary.Values;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Marks;

/// <summary>
/// How far a number of a parameter table can be relied on: whether two administrators compared it with the text of its standard, and on which page; until then
/// 转录自公开资料，未与标准原文核对. What was not transcribed, and what is no number, is marked by its provenance alone.
/// </summary>
[HtmlTargetElement("gf-value-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ValueMarkTagHelper(ConfirmedValuesReader confirmed) : TagHelper
{
    /// <summary>official, transcribed, derived or example, in any case.</summary>
    [HtmlAttributeName("kind")]
    public required string Kind { get; set; }

    /// <summary>Fingerprint of the row; empty for what is no number of a table.</summary>
    [HtmlAttributeName("of")]
    public string Of { get; set; } = "";

    /// <summary>The request.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext Context { get; set; } = null!;

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The kind is none of the four.</exception>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var (word, meaning, cssClass) = Of.Length > 0
            ? ProvenanceWord.Describe(Kind, (await confirmed.ReadAsync(Context.HttpContext.RequestAborted)).Of(Of))
            : ProvenanceWord.Describe(Kind);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"gf-prov gf-prov--{cssClass}");
        output.Attributes.SetAttribute("title", meaning);
        output.Content.SetContent(word);
    }
}
