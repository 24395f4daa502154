using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Forms;

/// <summary>Writes the control of a field.</summary>
internal sealed class FieldControl(FieldState state, FieldKind kind, IReadOnlyList<SelectListItem> items)
{
    public int Rows { get; init; }

    public int? Max { get; init; }

    public bool Small { get; init; }

    public bool Warned { get; init; }

    public required string Label { get; init; }

    public string? DescribedBy { get; init; }

    public IReadOnlyList<TagHelperAttribute> Extra { get; init; } = [];

    public IHtmlContent Render() => kind switch
    {
        FieldKind.TextArea => TextArea(),
        FieldKind.Select => Select(),
        FieldKind.Radios => Choices("radio"),
        FieldKind.Checkboxes => Choices("checkbox"),
        FieldKind.Segments => Segments(),
        FieldKind.Checkbox => Checkbox(),
        _ => Input(),
    };

    private TagBuilder Input()
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        Common(input, "form-control");
        input.Attributes["type"] = kind switch
        {
            FieldKind.Password => "password",
            FieldKind.Email => "email",
            FieldKind.Telephone => "tel",
            _ => "text",
        };
        if (kind == FieldKind.Number)
        {
            input.AddCssClass("gf-num");
            input.Attributes["inputmode"] = "decimal";
            input.Attributes["autocomplete"] = "off";
        }
        else if (kind == FieldKind.Date)
        {
            // A browser's own date field shows the order of its language, not the page's.
            input.Attributes["inputmode"] = "numeric";
            input.Attributes["autocomplete"] = "off";
            input.Attributes["placeholder"] = "2026-07-24";
        }
        else if (kind == FieldKind.Code)
        {
            input.AddCssClass("gf-otp");
            input.Attributes["inputmode"] = "numeric";
            input.Attributes["autocomplete"] = "one-time-code";
        }

        if (kind != FieldKind.Password)
        {
            input.Attributes["value"] = state.Value;
        }

        Others(input);
        return input;
    }

    private TagBuilder TextArea()
    {
        var area = new TagBuilder("textarea");
        Common(area, "form-control");
        area.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
        Others(area);
        area.InnerHtml.AppendHtml("\n");
        area.InnerHtml.Append(state.Value);
        return area;
    }

    private TagBuilder Select()
    {
        var select = new TagBuilder("select");
        Common(select, "form-select");
        Others(select);
        foreach (var item in items)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = ValueOf(item);
            if (IsChosen(item))
            {
                option.Attributes["selected"] = "selected";
            }

            if (item.Disabled)
            {
                option.Attributes["disabled"] = "disabled";
            }

            option.InnerHtml.Append(item.Text);
            select.InnerHtml.AppendHtml(option);
        }

        return select;
    }

    private HtmlContentBuilder Choices(string type)
    {
        var all = new HtmlContentBuilder();
        for (var i = 0; i < items.Count; i++)
        {
            var row = new TagBuilder("div");
            row.AddCssClass("form-check");
            row.InnerHtml.AppendHtml(Choice(type, i, "form-check-input"));
            row.InnerHtml.AppendHtml(LabelOf(i, "form-check-label"));
            all.AppendHtml(row);
        }

        return all;
    }

    private TagBuilder Segments()
    {
        var group = new TagBuilder("div");
        group.AddCssClass(Small ? "gf-seg gf-seg--sm" : "gf-seg");
        for (var i = 0; i < items.Count; i++)
        {
            group.InnerHtml.AppendHtml(Choice("radio", i, cssClass: null));
            group.InnerHtml.AppendHtml(LabelOf(i, cssClass: null));
        }

        return group;
    }

    private TagBuilder Checkbox()
    {
        var row = new TagBuilder("div");
        row.AddCssClass("form-check");
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        Common(input, "form-check-input");
        input.Attributes["type"] = "checkbox";
        input.Attributes["value"] = "true";
        if (state.Values.Contains("true", StringComparer.OrdinalIgnoreCase))
        {
            input.Attributes["checked"] = "checked";
        }

        Others(input);
        var label = new TagBuilder("label");
        label.AddCssClass("form-check-label");
        label.Attributes["for"] = state.Id;
        label.InnerHtml.Append(Label);
        row.InnerHtml.AppendHtml(input);
        row.InnerHtml.AppendHtml(label);
        return row;
    }

    private TagBuilder Choice(string type, int index, string? cssClass)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.Attributes["type"] = type;
        input.Attributes["name"] = state.Name;
        input.Attributes["id"] = IdOf(index);
        input.Attributes["value"] = ValueOf(items[index]);
        if (cssClass is not null)
        {
            input.AddCssClass(cssClass);
        }

        if (IsChosen(items[index]))
        {
            input.Attributes["checked"] = "checked";
        }

        if (items[index].Disabled)
        {
            input.Attributes["disabled"] = "disabled";
        }

        if (state.Errors.Count > 0)
        {
            input.Attributes["aria-invalid"] = "true";
        }

        Others(input);
        return input;
    }

    private TagBuilder LabelOf(int index, string? cssClass)
    {
        var label = new TagBuilder("label");
        if (cssClass is not null)
        {
            label.AddCssClass(cssClass);
        }

        label.Attributes["for"] = IdOf(index);
        label.InnerHtml.Append(items[index].Text);
        return label;
    }

    private void Common(TagBuilder tag, string cssClass)
    {
        tag.AddCssClass(cssClass);
        tag.Attributes["id"] = state.Id;
        tag.Attributes["name"] = state.Name;
        if (Small && cssClass != "form-check-input")
        {
            tag.AddCssClass(cssClass + "-sm");
        }

        if (state.Errors.Count > 0)
        {
            tag.AddCssClass("is-invalid");
            tag.Attributes["aria-invalid"] = "true";
        }
        else if (Warned)
        {
            tag.AddCssClass("is-warned");
        }

        if (DescribedBy is not null)
        {
            tag.Attributes["aria-describedby"] = DescribedBy;
        }
    }

    private void Others(TagBuilder tag)
    {
        foreach (var attribute in Extra)
        {
            tag.Attributes[attribute.Name] = attribute.Value?.ToString() ?? attribute.Name;
        }
    }

    private bool IsChosen(SelectListItem item) =>
        state.Values.Count > 0 ? state.Values.Contains(ValueOf(item), StringComparer.Ordinal) : item.Selected;

    private string IdOf(int index) => string.Create(CultureInfo.InvariantCulture, $"{state.Id}-{index}");

    private static string ValueOf(SelectListItem item) => item.Value ?? item.Text;
}
