using System.Globalization;
using System.Net;
using System.Text;
using GreenFactory.Web.Face.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Measures;

/// <summary>The score ruler: first-level indicators side by side, each as wide as its weight, with a list of the same numbers on small screens.</summary>
[HtmlTargetElement("gf-score-ruler", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ScoreRulerTagHelper : TagHelper
{
    private const decimal Gap = 0.6m;

    /// <summary>The parts in their order.</summary>
    [HtmlAttributeName("parts")]
    public IReadOnlyList<ScorePart> Parts { get; set; } = [];

    /// <summary>What the numbers are: 自评得分, 区县核定得分构成.</summary>
    [HtmlAttributeName("caption")]
    public string Caption { get; set; } = "得分构成";

    /// <summary>Short names and no “of possible”, for the head of a dense page.</summary>
    [HtmlAttributeName("compact")]
    public bool Compact { get; set; }

    /// <inheritdoc />
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Compact ? "gf-five gf-five--compact" : "gf-five");
        output.Content.AppendHtml(Drawing());
        output.Content.AppendHtml(List());
    }

    private IHtmlContent Drawing()
    {
        var twoRows = Parts.Any(part => part.Verified is not null);
        var total = Parts.Sum(part => part.Max);
        var svg = new SvgMarkup().Open("gf-five__svg", twoRows ? 72 : 58, sentence: null);
        var left = 0m;
        for (var i = 0; i < Parts.Count && total > 0; i++)
        {
            var part = Parts[i];
            var last = i == Parts.Count - 1;
            var share = part.Max / total * 100;
            var width = last ? share : share - Gap;
            Row(svg, twoRows ? "sc-ghost" : "sc-fill", left, width, 26, part.Declared, part.Max);
            if (twoRows)
            {
                Row(svg, "sc-fill", left, width, 40, part.Verified, part.Max);
            }

            var x = last ? 100 : left;
            var anchor = last ? "end" : "start";
            svg.Text("sc-lab", x, 16, anchor, Compact ? part.ShortName ?? part.Name : part.Name)
                .Text("sc-num", x, twoRows ? 67 : 53, anchor, Write(part.Current), Compact ? null : $"/ {NumberText.Maximum(part.Max)}");
            left += share;
        }

        return svg.Close();
    }

    private static void Row(SvgMarkup svg, string cssClass, decimal x, decimal width, int y, decimal? points, decimal max)
    {
        svg.Rect("sc-track", x, y, width, 10);
        if (points is > 0 && max > 0)
        {
            svg.Rect(cssClass, x, y, width * Math.Min(points.Value / max, 1), 10);
        }
    }

    private HtmlString List()
    {
        var list = new StringBuilder().Append(CultureInfo.InvariantCulture, $"<ul class=\"gf-five__list\" aria-label=\"{WebUtility.HtmlEncode(Caption)}\">");
        foreach (var part in Parts)
        {
            var declared = part is { Verified: not null, Declared: not null } ? $"<span class=\"visually-hidden\">，申报 {NumberText.Points(part.Declared.Value)}</span>" : string.Empty;
            list.Append(CultureInfo.InvariantCulture, $"<li><span>{WebUtility.HtmlEncode(part.Name)}</span>{Meter.Svg(part.Current, part.Max, 8)}<b>{Write(part.Current)}<small> / {NumberText.Maximum(part.Max)}</small>{declared}</b></li>");
        }

        return new HtmlString(list.Append("</ul>").ToString());
    }

    private static string Write(decimal? points) => points is { } known ? NumberText.Points(known) : "—";
}
