using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Measures;

/// <summary>A stretch of a distribution with the counts of both sides.</summary>
public sealed record HistogramBar(decimal From, decimal To, int Before, int After);

/// <summary>Two distributions over one another: hollow before, full after. A table of the same numbers belongs beside it.</summary>
[HtmlTargetElement("gf-histogram", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class HistogramTagHelper : TagHelper
{
    private const int Height = 320;
    private const int Ground = 276;
    private const int Top = 24;
    private const int Lines = 4;
    private const int MostLabels = 11;

    /// <summary>The stretches, in order.</summary>
    [HtmlAttributeName("bars")]
    public required IReadOnlyList<HistogramBar> Bars { get; set; }

    /// <summary>What the drawing shows, for those who do not see it.</summary>
    [HtmlAttributeName("sentence")]
    public required string Sentence { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var step = StepOf(Bars.Count == 0 ? 1 : Bars.Max(bar => Math.Max(bar.Before, bar.After)));
        var unit = (decimal)(Ground - Top) / (step * Lines);
        var svg = new SvgMarkup().Open(null, Height, Sentence).Rect("ch-ax", 0m, Ground, 100m, 1m);
        for (var line = 1; line <= Lines; line++)
        {
            var y = Ground - (unit * step * line);
            svg.Rect("ch-grid", 0m, Math.Round(y, 1), 100m, 1m).Text("ch-t", 0m, (int)y - 4, "start", (step * line).ToString(CultureInfo.InvariantCulture));
        }

        var width = 100m / Math.Max(1, Bars.Count);
        var every = (Bars.Count / MostLabels) + 1;
        for (var i = 0; i < Bars.Count; i++)
        {
            var (left, bar) = (i * width, Bars[i]);
            Column(svg, "hg-new", left + (width * 0.28m), width * 0.44m, bar.After * unit);
            Column(svg, "hg-old", left + (width * 0.12m), width * 0.76m, bar.Before * unit);
            if (i % every == 0)
            {
                svg.Text("ch-t", left, Ground + 20, i == 0 ? "start" : "middle", Number(bar.From));
            }
        }

        if (Bars.Count > 0)
        {
            svg.Text("ch-t ch-last", 100m, Ground + 20, "end", $"{Number(Bars[^1].To)} 分");
        }

        output.Content.SetHtmlContent(svg.Close());
    }

    private static void Column(SvgMarkup svg, string cssClass, decimal x, decimal width, decimal height)
    {
        if (height > 0m)
        {
            svg.Rect(cssClass, x, Math.Round(Ground - height, 1), width, Math.Round(height, 1));
        }
    }

    /// <summary>The smallest step of 1, 2 or 5 times a power of ten by which four lines reach the highest column.</summary>
    private static int StepOf(int highest)
    {
        for (var power = 1; ; power *= 10)
        {
            foreach (var digit in (ReadOnlySpan<int>)[1, 2, 5])
            {
                if (digit * power * Lines >= highest)
                {
                    return digit * power;
                }
            }
        }
    }

    private static string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
