using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Measures;

/// <summary>How many of a few answers have come in, as squares (filled yes, amber with remarks, red no, empty waiting) with the count as text: the five departments.</summary>
[HtmlTargetElement("gf-dots", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DotsTagHelper : TagHelper
{
    /// <summary>Answers without remark or objection.</summary>
    [HtmlAttributeName("yes")]
    public int Yes { get; set; }

    /// <summary>Answers with a remark that does not stand in the way.</summary>
    [HtmlAttributeName("notes")]
    public int Notes { get; set; }

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
            var kind = i < Yes ? " class=\"is-yes\"" : i < Yes + Notes ? " class=\"is-note\"" : i < Yes + Notes + No ? " class=\"is-no\"" : string.Empty;
            svg.Append(CultureInfo.InvariantCulture, $"<rect{kind} x=\"{i * 13}.5\" y=\".5\" width=\"9\" height=\"9\"/>");
        }

        output.Content.AppendHtml(svg.Append("</svg> ").ToString());
        output.Content.Append(string.Create(CultureInfo.InvariantCulture, $"{Yes + Notes + No} / {Total}"));
        string[] words = [.. Words()];
        if (words.Length > 0)
        {
            output.Content.AppendHtml($"<span class=\"visually-hidden\">，其中 {string.Join("、", words)}</span>");
        }
    }

    private IEnumerable<string> Words()
    {
        if (Notes > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{Notes} 个有意见");
        if (No > 0) yield return string.Create(CultureInfo.InvariantCulture, $"{No} 个存在不得推荐情形");
    }
}
