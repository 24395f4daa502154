using System.Globalization;
using GreenFactory.Application.Clock;
using GreenFactory.Web.Face.Marks;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Forms;

/// <summary>
/// One field with everything that belongs to it: label with unit, hint, error, control, tied together by <c>aria-describedby</c>.
/// What was typed comes back after an error. Other attributes (autocomplete, maxlength, data-…) go to the control.
/// </summary>
[HtmlTargetElement("gf-field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IFileVersionProvider versions) : TagHelper
{
    /// <summary>The page being rendered.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public required ViewContext ViewContext { get; set; }

    /// <summary>The property that is entered.</summary>
    [HtmlAttributeName("asp-for")]
    public required ModelExpression For { get; set; }

    /// <summary>Label; the property's display name when null.</summary>
    [HtmlAttributeName("label")]
    public string? Label { get; set; }

    /// <summary>Unit of a number, written in the label.</summary>
    [HtmlAttributeName("unit")]
    public string? Unit { get; set; }

    /// <summary>What helps to fill it in, before the control.</summary>
    [HtmlAttributeName("hint")]
    public string? Hint { get; set; }

    /// <summary>How it is entered.</summary>
    [HtmlAttributeName("kind")]
    public FieldKind Kind { get; set; }

    /// <summary>Choices of a select, radios, segments or checkboxes.</summary>
    [HtmlAttributeName("items")]
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>Visible lines of a text area.</summary>
    [HtmlAttributeName("rows")]
    public int Rows { get; set; } = 3;

    /// <summary>Most characters a text area takes; adds a counter. The server checks it too.</summary>
    [HtmlAttributeName("max")]
    public int? Max { get; set; }

    /// <summary>A deadline: the page says in words which moment is meant, 截止：2026年10月12日 24:00, before anything is saved.</summary>
    [HtmlAttributeName("deadline")]
    public bool Deadline { get; set; }

    /// <summary>Marks the label with 选填.</summary>
    [HtmlAttributeName("optional")]
    public bool Optional { get; set; }

    /// <summary>Smaller control for dense officer pages.</summary>
    [HtmlAttributeName("small")]
    public bool Small { get; set; }

    /// <summary>Amber edge: a warning that may be justified stands nearby.</summary>
    [HtmlAttributeName("warned")]
    public bool Warned { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var state = new FieldState(ViewContext, For);
        var kind = Kind == FieldKind.Auto ? KindOf() : Kind;
        var grouped = kind is FieldKind.Radios or FieldKind.Segments or FieldKind.Checkboxes;
        var control = new FieldControl(state, kind, [.. Items ?? []])
        {
            Rows = Rows,
            Max = Max,
            Small = Small,
            Warned = Warned,
            Label = LabelText(),
            DescribedBy = DescribedBy(state),
            Extra = [.. output.Attributes.Where(attribute => attribute.Name != "class")],
        };

        var cssClass = output.Attributes["class"]?.Value?.ToString();
        output.Attributes.Clear();
        output.TagName = grouped ? "fieldset" : "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", cssClass is null ? "gf-field" : "gf-field " + cssClass);
        if (grouped)
        {
            output.Attributes.SetAttribute("id", state.Id);
            output.Attributes.SetAttribute("tabindex", "-1");
            if (DescribedBy(state) is { } described)
            {
                output.Attributes.SetAttribute("aria-describedby", described);
            }
        }

        if (kind != FieldKind.Checkbox)
        {
            output.Content.AppendHtml(LabelMarkup(state, grouped));
        }

        AppendHint(output.Content, state);
        AppendErrors(output.Content, state);
        output.Content.AppendHtml(control.Render());
        if (Deadline)
        {
            output.Content.AppendHtml(Meant(state, day: KindOf() is FieldKind.Date));
        }

        if (kind == FieldKind.TextArea && Max is { } max)
        {
            output.Content.AppendHtml(Counter(state, max));
        }
    }

    private FieldKind KindOf()
    {
        var type = Nullable.GetUnderlyingType(For.ModelExplorer.ModelType) ?? For.ModelExplorer.ModelType;
        return Items is not null ? FieldKind.Select
            : type == typeof(bool) ? FieldKind.Checkbox
            : type == typeof(DateOnly) || type == typeof(DateTime) || type == typeof(DateTimeOffset) ? FieldKind.Date
            : type == typeof(decimal) || type == typeof(int) || type == typeof(long) || type == typeof(double) ? FieldKind.Number
            : FieldKind.Text;
    }

    private string LabelText()
    {
        var label = Label ?? For.Metadata.DisplayName ?? For.Metadata.Name ?? For.Name;
        return Unit is null ? label : $"{label}（{Unit}）";
    }

    private string? DescribedBy(FieldState state)
    {
        var ids = new[]
        {
            Hint is null ? null : state.HintId,
            state.Errors.Count == 0 ? null : state.ErrorId,
            Max is null ? null : state.Id + "-count",
            Deadline ? state.Id + "-deadline" : null,
        };
        var joined = string.Join(' ', ids.Where(id => id is not null));
        return joined.Length == 0 ? null : joined;
    }

    private TagBuilder LabelMarkup(FieldState state, bool grouped)
    {
        var label = new TagBuilder(grouped ? "legend" : "label");
        label.AddCssClass("form-label");
        if (!grouped)
        {
            label.Attributes["for"] = state.Id;
        }

        label.InnerHtml.Append(LabelText());
        if (Optional)
        {
            label.InnerHtml.AppendHtml("<span class=\"gf-optional\">选填</span>");
        }

        return label;
    }

    private void AppendHint(TagHelperContent content, FieldState state)
    {
        if (Hint is not null)
        {
            var hint = new TagBuilder("p");
            hint.AddCssClass("form-text gf-field__hint");
            hint.Attributes["id"] = state.HintId;
            hint.InnerHtml.Append(Hint);
            content.AppendHtml(hint);
        }
    }

    private void AppendErrors(TagHelperContent content, FieldState state)
    {
        if (state.Errors.Count == 0)
        {
            return;
        }

        var error = new TagBuilder("p");
        error.AddCssClass("invalid-feedback");
        error.Attributes["id"] = state.ErrorId;
        error.InnerHtml.AppendHtml(IconMarkup.Svg(versions, ViewContext, "error"));
        var words = new TagBuilder("span");
        words.InnerHtml.AppendHtml("<span class=\"visually-hidden\">错误：</span>");
        words.InnerHtml.Append(string.Join("；", state.Errors));
        error.InnerHtml.AppendHtml(words);
        content.AppendHtml(error);
    }

    private static TagBuilder Meant(FieldState state, bool day)
    {
        var meant = new TagBuilder("p");
        meant.AddCssClass("form-text");
        meant.Attributes["id"] = state.Id + "-deadline";
        meant.Attributes["data-deadline-for"] = state.Id;
        meant.Attributes["aria-live"] = "polite";
        if (day)
        {
            meant.Attributes["data-day"] = "";
        }

        meant.InnerHtml.Append(TypedMoment.Deadline(state.Values.FirstOrDefault()) is { } moment ? $"截止：{ChinaTime.Deadline(moment)}" : "只写日期即当天 24:00");
        return meant;
    }

    private static TagBuilder Counter(FieldState state, int max)
    {
        var counter = new TagBuilder("p");
        counter.AddCssClass("form-text gf-counter");
        counter.Attributes["id"] = state.Id + "-count";
        counter.Attributes["data-counter-for"] = state.Id;
        counter.Attributes["data-max"] = max.ToString(CultureInfo.InvariantCulture);
        counter.InnerHtml.Append(string.Create(CultureInfo.InvariantCulture, $"最多 {max} 字"));
        return counter;
    }
}
