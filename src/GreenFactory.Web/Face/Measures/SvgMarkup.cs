using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace GreenFactory.Web.Face.Measures;

/// <summary>
/// Writes the few SVG shapes our drawings need. Positions across are per cent, positions down are pixels, so a drawing is sharp
/// at any width without a script, a viewBox or a style attribute.
/// </summary>
internal sealed class SvgMarkup
{
    private readonly StringBuilder _svg = new();

    public static string Percent(decimal percent) =>
        Math.Round(percent, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    public SvgMarkup Open(string? cssClass, int height, string? sentence)
    {
        _svg.Append("<svg");
        Attribute("class", cssClass);
        if (sentence is null)
        {
            _svg.Append(" aria-hidden=\"true\"");
        }
        else
        {
            _svg.Append(" role=\"img\"");
            Attribute("aria-label", sentence);
        }

        _svg.Append(CultureInfo.InvariantCulture, $" width=\"100%\" height=\"{height}\">");
        return this;
    }

    public SvgMarkup Rect(string cssClass, decimal x, decimal y, decimal width, decimal height)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{cssClass}\" x=\"{Percent(x)}\" y=\"{y}\" width=\"{Percent(width)}\" height=\"{height}\"/>");
        return this;
    }

    public SvgMarkup Line(string cssClass, decimal x, decimal y, decimal height)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{cssClass}\" x=\"{Percent(x)}\" y=\"{y}\" width=\"1\" height=\"{height}\"/>");
        return this;
    }

    public SvgMarkup Text(string cssClass, decimal x, int y, string anchor, string text, string? small = null)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{cssClass}\" x=\"{Percent(x)}\" y=\"{y}\" text-anchor=\"{anchor}\">{WebUtility.HtmlEncode(text)}");
        if (small is not null)
        {
            _svg.Append(CultureInfo.InvariantCulture, $"<tspan class=\"sc-pt\" dx=\"4\">{WebUtility.HtmlEncode(small)}</tspan>");
        }

        _svg.Append("</text>");
        return this;
    }

    public SvgMarkup Circle(string cssClass, decimal x, decimal y, decimal radius)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{cssClass}\" cx=\"{Percent(x)}\" cy=\"{y}\" r=\"{radius}\"/>");
        return this;
    }

    /// <summary>A small shape given in pixels, placed at a per cent position.</summary>
    public SvgMarkup Shape(string cssClass, decimal x, int y, string path)
    {
        _svg.Append(CultureInfo.InvariantCulture, $"<svg x=\"{Percent(x)}\" y=\"{y}\" overflow=\"visible\"><path class=\"{cssClass}\" d=\"{path}\"/></svg>");
        return this;
    }

    public IHtmlContent Close()
    {
        _svg.Append("</svg>");
        return new HtmlString(_svg.ToString());
    }

    private void Attribute(string name, string? value)
    {
        if (value is not null)
        {
            _svg.Append(CultureInfo.InvariantCulture, $" {name}=\"{WebUtility.HtmlEncode(value)}\"");
        }
    }
}
