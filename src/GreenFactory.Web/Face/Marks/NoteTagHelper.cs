using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Marks;

/// <summary>What a note is about.</summary>
public enum NoteKind
{
    /// <summary>Something worth knowing.</summary>
    Plain,

    /// <summary>Something done; spoken to screen readers as a status.</summary>
    Success,

    /// <summary>Something that needs the reader.</summary>
    Attention,

    /// <summary>Something that failed or forbids; spoken as an alert.</summary>
    Stop,
}

/// <summary>An inline note in the flow of the page; results of an action stand here too, there are no toasts.</summary>
[HtmlTargetElement("gf-note")]
public sealed class NoteTagHelper(IFileVersionProvider versions) : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <summary>What the note is about.</summary>
    [HtmlAttributeName("kind")]
    public NoteKind Kind { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (cssClass, icon, role) = Kind switch
        {
            NoteKind.Success => ("gf-note gf-note--ok", "done", "status"),
            NoteKind.Attention => ("gf-note gf-note--attn", "warn", null),
            NoteKind.Stop => ("gf-note gf-note--stop", "error", "alert"),
            _ => ("gf-note", "info", (string?)null),
        };
        output.TagName = "div";
        output.Attributes.SetAttribute("class", cssClass);
        if (role is not null)
        {
            output.Attributes.SetAttribute("role", role);
        }

        output.PreContent.SetHtmlContent(IconMarkup.Svg(versions, ViewContext, icon));
        output.PreContent.AppendHtml("<div>");
        output.PostContent.SetHtmlContent("</div>");
    }
}
