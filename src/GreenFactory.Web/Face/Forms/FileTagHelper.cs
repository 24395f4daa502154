using System.Globalization;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Face.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Forms;

/// <summary>A file input that works without a script; <c>upload.js</c> adds dropping and progress inside <c>form[data-upload]</c>.</summary>
[HtmlTargetElement("gf-file", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FileTagHelper(IFileVersionProvider versions) : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <summary>The property of type IFormFile or a list of it.</summary>
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    /// <summary>Label above the input.</summary>
    [HtmlAttributeName("label")]
    public string Label { get; set; } = "选择文件";

    /// <summary>Kinds of file in words: PDF、图片、Excel.</summary>
    [HtmlAttributeName("kinds")]
    public string Kinds { get; set; } = "PDF、图片、Excel、Word";

    /// <summary>Kinds of file for the browser's dialog: .pdf,.xlsx.</summary>
    [HtmlAttributeName("accept")]
    public string? Accept { get; set; }

    /// <summary>Largest size of one file in bytes.</summary>
    [HtmlAttributeName("max-bytes")]
    public long MaxBytes { get; set; } = 50L * 1024 * 1024;

    /// <summary>Several files at once.</summary>
    [HtmlAttributeName("multiple")]
    public bool Multiple { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = new FieldState(ViewContext, For);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gf-field gf-drop");
        var label = new TagBuilder("label");
        label.AddCssClass("form-label");
        label.Attributes["for"] = state.Id;
        label.InnerHtml.Append(Label);
        output.Content.AppendHtml(label);

        var hint = new TagBuilder("p");
        hint.AddCssClass("form-text gf-field__hint");
        hint.Attributes["id"] = state.HintId;
        hint.InnerHtml.Append($"{Kinds}，单个不超过 {NumberText.Size(MaxBytes)}");
        output.Content.AppendHtml(hint);

        if (state.Errors.Count > 0)
        {
            var error = new TagBuilder("p");
            error.AddCssClass("invalid-feedback");
            error.Attributes["id"] = state.ErrorId;
            error.InnerHtml.AppendHtml(IconMarkup.Svg(versions, ViewContext, "error"));
            error.InnerHtml.Append(string.Join("；", state.Errors));
            output.Content.AppendHtml(error);
        }

        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.AddCssClass(state.Errors.Count > 0 ? "form-control is-invalid" : "form-control");
        input.Attributes["type"] = "file";
        input.Attributes["id"] = state.Id;
        input.Attributes["name"] = state.Name;
        input.Attributes["aria-describedby"] = state.Errors.Count > 0 ? $"{state.HintId} {state.ErrorId}" : state.HintId;
        input.Attributes["data-max-bytes"] = MaxBytes.ToString(CultureInfo.InvariantCulture);
        if (Accept is not null)
        {
            input.Attributes["accept"] = Accept;
        }

        if (Multiple)
        {
            input.Attributes["multiple"] = "multiple";
        }

        output.Content.AppendHtml(input);
        output.Content.AppendHtml("<ul class=\"gf-drop__list\" data-upload-list aria-live=\"polite\"></ul>");
    }
}
