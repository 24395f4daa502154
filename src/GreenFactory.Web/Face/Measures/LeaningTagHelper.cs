using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GreenFactory.Web.Face.Measures;

/// <summary>A bar that leans from zero to the left for a loss and to the right for a gain; the number beside it says the same.</summary>
[HtmlTargetElement("gf-leaning", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LeaningTagHelper : TagHelper
{
    private const int Height = 12;

    /// <summary>What is drawn.</summary>
    [HtmlAttributeName("value")]
    public decimal Value { get; set; }

    /// <summary>The largest loss of the column, as a positive number.</summary>
    [HtmlAttributeName("loss")]
    public decimal Loss { get; set; }

    /// <summary>The largest gain of the column.</summary>
    [HtmlAttributeName("gain")]
    public decimal Gain { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var whole = Loss + Gain;
        var zero = whole == 0m ? 50m : Loss / whole * 98m;
        var length = whole == 0m ? 0m : Math.Abs(Value) / whole * 98m;
        var svg = new SvgMarkup().Open(null, Height, null).Line("ch-zero", zero, 0m, Height);
        if (length > 0m)
        {
            svg.Rect(Value < 0m ? "at-neg" : "at-pos", Value < 0m ? zero - length : zero, 2m, length, Height - 4m);
        }

        output.Content.SetHtmlContent(svg.Close());
    }
}
