using GreenFactory.Application.Clock;
using GreenFactory.Web.Face.Text;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Marks;

/// <summary>The save state: 已保存 14:32, with its day where that is not today / 离线，已暂存 / 冲突，请选择. The page has one; scripts find it by <c>data-save-state</c>.</summary>
[HtmlTargetElement("gf-save", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SaveStateTagHelper(IFileVersionProvider versions, TimeProvider clock) : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <summary>What to show.</summary>
    [HtmlAttributeName("state")]
    public required SaveState State { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (cssClass, icon, words) = State.Kind switch
        {
            SaveStateKind.Offline => ("gf-save gf-save--off", "cloudoff", "离线，已暂存"),
            SaveStateKind.Conflict => ("gf-save gf-save--clash", "people", "冲突，请选择"),
            SaveStateKind.Saving => ("gf-save", "cloud", "正在保存"),
            SaveStateKind.Empty => ("gf-save", "cloud", "填写后自动保存"),
            _ => ("gf-save", "cloud", State.At is { } at ? $"已保存 {(IsToday(at) ? DateText.Clock(at) : DateText.Moment(at))}" : "已保存"),
        };
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", cssClass);
        output.Attributes.SetAttribute("role", "status");
        output.Attributes.SetAttribute("data-save-state", State.Kind.ToString().ToLowerInvariant());
        output.Content.AppendHtml(IconMarkup.Svg(versions, ViewContext, icon));
        output.Content.AppendHtml("<span data-save-text>");
        output.Content.Append(words);
        output.Content.AppendHtml("</span>");
    }

    private bool IsToday(DateTimeOffset at) => ChinaTime.DayOf(at) == ChinaTime.DayOf(clock.GetUtcNow());
}
