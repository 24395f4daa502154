using System.Globalization;
using GreenFactory.Web.Face.Marks;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Forms;

/// <summary>
/// Everything that must be put right, at the top of the form, each line leading to its field; nothing when the model is valid.
/// Lines come from the model state; the content of the element may add list items of its own (justified warnings).
/// </summary>
[HtmlTargetElement("gf-error-summary")]
public sealed class ErrorSummaryTagHelper(IFileVersionProvider versions) : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <summary>A sentence before the lines, such as what was done nevertheless; null for none.</summary>
    public string? Lead { get; set; }

    /// <inheritdoc />
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var errors = ViewContext.ViewData.ModelState
            .SelectMany(entry => (entry.Value?.Errors.Select(error => error.ErrorMessage) ?? [])
                .Where(message => message.Length > 0)
                .Distinct()
                .Select(message => (Field: entry.Key, Message: message)))
            .ToList();
        if (errors.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        var own = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gf-errsum");
        output.Attributes.SetAttribute("id", "error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("aria-labelledby", "error-summary-title");
        output.Content.AppendHtml("<h2 id=\"error-summary-title\">");
        output.Content.AppendHtml(IconMarkup.Svg(versions, ViewContext, "error"));
        output.Content.Append(string.Create(CultureInfo.InvariantCulture, $"有 {errors.Count} 处需要改正"));
        output.Content.AppendHtml("</h2>");
        if (Lead is not null)
        {
            var lead = new TagBuilder("p");
            lead.InnerHtml.Append(Lead);
            output.Content.AppendHtml(lead);
        }

        output.Content.AppendHtml("<ul>");
        foreach (var (field, message) in errors)
        {
            output.Content.AppendHtml(Line(field, message));
        }

        output.Content.AppendHtml(own);
        output.Content.AppendHtml("</ul>");
    }

    private static TagBuilder Line(string field, string message)
    {
        var line = new TagBuilder("li");
        if (field.Length == 0)
        {
            line.InnerHtml.Append(message);
            return line;
        }

        var link = new TagBuilder("a");
        link.Attributes["href"] = "#" + TagBuilder.CreateSanitizedId(field, "_");
        link.InnerHtml.Append(message);
        line.InnerHtml.AppendHtml(link);
        return line;
    }
}
