using Microsoft.AspNetCore.Html;

namespace GreenFactory.Web.Face.Measures;

/// <summary>Draws a <see cref="Ruler"/>. The track takes 10–90 % of the width; what lies beyond the ends stays visible in the margins.</summary>
internal static class RulerDrawing
{
    private const string Leaf = "M0 10.5C-4.6 7-5 2.6 0-2.5 5 2.6 4.6 7 0 10.5z";
    private const string Diamond = "M0-6.5 6.5 0 0 6.5-6.5 0z";
    private const decimal Start = 10m;
    private const decimal Width = 80m;
    private const decimal LabelWidth = 10m;

    public static IHtmlContent Full(Ruler ruler)
    {
        var svg = new SvgMarkup().Open("gf-scale", 62, ruler.Sentence())
            .Rect("sc-out", 0, 34.5m, Start, 1)
            .Rect("sc-full", Start + Width, 34, 100 - Start - Width, 2)
            .Rect("sc-track", Start, 32, Width, 6);
        Fill(svg, ruler, 32, 6);
        for (var step = 0; step <= 10; step++)
        {
            svg.Line("sc-tick", Start + (step * Width / 10), 39, step % 10 == 0 ? 9 : step == 5 ? 6 : 4);
        }

        Ends(svg, ruler);
        Marks(svg, ruler);
        return svg.Close();
    }

    public static IHtmlContent Compact(Ruler ruler)
    {
        var svg = new SvgMarkup().Open("gf-scale gf-scale--s", 18, ruler.Sentence())
            .Rect("sc-out", 0, 8.5m, 100, 1)
            .Rect("sc-track", Start, 7, Width, 4);
        Fill(svg, ruler, 7, 4);
        svg.Line("sc-end", Start, 4, 10).Line("sc-end", Start + Width, 4, 10);
        if (ruler.Verified is { IsKnown: true } verified && Position(ruler, verified.Number) is { } place)
        {
            Declared(svg, ruler, 9);
            svg.Shape("sc-m2", place, 9, Diamond);
        }
        else if (ruler.Value.IsKnown && Position(ruler, ruler.Value.Number) is { } x)
        {
            svg.Circle(ZeroAware("sc-dot", ruler, ruler.Value.Number), x, 9, 4.5m);
        }

        return svg.Close();
    }

    private static void Fill(SvgMarkup svg, Ruler ruler, decimal y, decimal height)
    {
        if (ruler.Verified is { } verified)
        {
            Bar(svg, "sc-ghost", ruler, ruler.Value, y, height);
            Bar(svg, "sc-fill", ruler, verified, y, height);
        }
        else
        {
            Bar(svg, "sc-fill", ruler, ruler.Value, y, height);
        }
    }

    private static void Bar(SvgMarkup svg, string cssClass, Ruler ruler, Reading reading, decimal y, decimal height)
    {
        if (reading.IsKnown && ruler.Share(reading.Number) is > 0 and { } share)
        {
            svg.Rect(cssClass, Start, y, Width * Math.Min(share, 1), height);
        }
    }

    private static void Ends(SvgMarkup svg, Ruler ruler)
    {
        if (ruler.Baseline is { } from && ruler.Leading is { } to)
        {
            svg.Text("sc-lab", Start, 60, "middle", $"基准 {Text.NumberText.Natural(from)}", ruler.Points is null ? null : "· 0 分")
                .Text("sc-lab", Start + Width, 60, "middle", $"引领 {Text.NumberText.Natural(to)}", ruler.Points is { } points ? $"· {Text.NumberText.Maximum(points)} 分" : null);
        }
        else
        {
            svg.Text("sc-lab", 50, 60, "middle", "基准值、引领值尚未确认");
        }
    }

    private static void Marks(SvgMarkup svg, Ruler ruler)
    {
        decimal? declared = ruler.Value.IsKnown ? Position(ruler, ruler.Value.Number) : null;
        decimal? verified = ruler.Verified is { IsKnown: true } v ? Position(ruler, v.Number) : null;
        Previous(svg, ruler, declared, verified);
        if (verified is { } right && ruler.Verified is { } reading)
        {
            Declared(svg, ruler, 35);
            svg.Shape("sc-m2", right, 35, Diamond);
            if (declared is not { } left)
            {
                svg.Text("sc-val", right, 18, Anchor(right, "middle"), ruler.Write(reading.Number));
                return;
            }

            var near = Math.Abs(left - right) < 2 * LabelWidth;
            svg.Text("sc-val", right, 18, Anchor(right, !near ? "middle" : right < left ? "end" : "start"), ruler.Write(reading.Number));
            if (left != right)
            {
                svg.Text("sc-val", left, 18, Anchor(left, !near ? "middle" : right < left ? "start" : "end"), ruler.Write(ruler.Value.Number));
            }
        }
        else if (declared is { } x)
        {
            svg.Shape(ZeroAware("sc-mark", ruler, ruler.Value.Number), x, 23, Leaf)
                .Text("sc-val", x, 15, Anchor(x, "middle"), ruler.Write(ruler.Value.Number));
        }
        else
        {
            svg.Text("sc-none", 50, 22, "middle", ruler.Value.IsKnown ? ruler.Write(ruler.Value.Number) : ruler.Value.Word);
        }
    }

    private static void Previous(SvgMarkup svg, Ruler ruler, decimal? declared, decimal? verified)
    {
        if (ruler.Previous is not { } previous || Position(ruler, previous) is not { } x)
        {
            return;
        }

        svg.Circle("sc-prev", x, 35, 4);
        if (Clear(x, declared) && Clear(x, verified) && (declared is not null || Clear(x, 50)))
        {
            svg.Text("sc-prevt", x, 22, Anchor(x, "middle"), $"上年 {ruler.Write(previous)}");
        }
    }

    private static void Declared(SvgMarkup svg, Ruler ruler, decimal y)
    {
        if (ruler.Value.IsKnown && Position(ruler, ruler.Value.Number) is { } x)
        {
            svg.Circle("sc-m1", x, y, 4.5m);
        }
    }

    private static decimal? Position(Ruler ruler, decimal number) =>
        ruler.Share(number) is { } share ? Math.Clamp(Start + (Width * share), 1.5m, 98.5m) : null;

    private static string ZeroAware(string cssClass, Ruler ruler, decimal number) =>
        ruler.Share(number) <= 0 ? cssClass + " is-zero" : cssClass;

    private static string Anchor(decimal x, string wanted) => x < 6 ? "start" : x > 94 ? "end" : wanted;

    private static bool Clear(decimal x, decimal? other) => other is not { } at || Math.Abs(x - at) >= LabelWidth;
}
