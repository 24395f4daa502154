using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Marks;

/// <summary>A state: word, shape, colour, in that order of importance. <c>&lt;gf-state shape="Done"&gt;完成&lt;/gf-state&gt;</c></summary>
[HtmlTargetElement("gf-state")]
public sealed class StateTagHelper(IFileVersionProvider versions) : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <summary>Which shape; the element's content is the word.</summary>
    [HtmlAttributeName("shape")]
    public StateShape Shape { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (cssClass, icon) = Shape switch
        {
            StateShape.Todo => ("todo", "todo"),
            StateShape.Doing => ("doing", "doing"),
            StateShape.Done => ("done", "done"),
            StateShape.Waiting => ("wait", "wait"),
            StateShape.You => ("you", "you"),
            StateShape.Error => ("error", "error"),
            StateShape.Locked => ("todo", "lock"),
            StateShape.Question => ("you", "q"),
            _ => ("todo", "off"),
        };
        output.TagName = "span";
        output.Attributes.SetAttribute("class", $"gf-tag gf-tag--{cssClass}");
        output.PreContent.SetHtmlContent(IconMarkup.Svg(versions, ViewContext, icon));
    }
}
