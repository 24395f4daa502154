using Microsoft.AspNetCore.Html;

namespace GreenFactory.Web.Face.Measures;

/// <summary>A plain bar from nothing to a maximum; the numbers always stand beside it as text.</summary>
internal static class Meter
{
    public static IHtmlContent Svg(decimal? value, decimal max, int height)
    {
        var svg = new SvgMarkup().Open("gf-meter", height, sentence: null);
        var inset = height > 6 ? 1 : 0;
        svg.Rect("sc-track", 0, inset, 100, height - (2 * inset));
        if (value is > 0 && max > 0)
        {
            svg.Rect("sc-fill", 0, inset, Math.Min(value.Value / max, 1) * 100, height - (2 * inset));
        }

        return svg.Close();
    }
}
