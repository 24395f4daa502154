using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Measures;

/// <summary>How many of a few answers have come in, as squares (filled yes, red no, empty waiting) with the count as text: the five departments.</summary>
[HtmlTargetElement("gf-dots", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DotsTagHelper : TagHelper
{
    /// <summary>Answers without objection.</summary>
    [HtmlAttributeName("yes")]
    public int Yes { get; set; }

    /// <summary>Answers that object.</summary>
    [HtmlAttributeName("no")]
    public int No { get; set; }

    /// <summary>Answers asked for.</summary>
    [HtmlAttributeName("total")]
    public int Total { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "gf-nowrap");
        var svg = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<svg class=\"gf-five-dots\" aria-hidden=\"true\" width=\"{(Total * 13) - 3}\" height=\"10\">");
        for (var i = 0; i < Total; i++)
        {
            var kind = i < Yes ? " class=\"is-yes\"" : i < Yes + No ? " class=\"is-no\"" : string.Empty;
            svg.Append(CultureInfo.InvariantCulture, $"<rect{kind} x=\"{i * 13}.5\" y=\".5\" width=\"9\" height=\"9\"/>");
        }

        output.Content.AppendHtml(svg.Append("</svg> ").ToString());
        output.Content.Append(string.Create(CultureInfo.InvariantCulture, $"{Yes + No} / {Total}"));
        if (No > 0)
        {
            output.Content.AppendHtml($"<span class=\"visually-hidden\">，其中 {No.ToString(CultureInfo.InvariantCulture)} 个反对</span>");
        }
    }
}
