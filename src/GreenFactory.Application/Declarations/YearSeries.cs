using System.Globalization;
using GreenFactory.Scoring;

namespace GreenFactory.Application.Declarations;

/// <summary>One quantity over the years, side by side, with its change from year to year in per cent.</summary>
public static class YearSeries
{
    /// <summary>2023 年 1,000 → 2024 年 1,100（+10.00%）; empty where no earlier year holds a number.</summary>
    /// <param name="field">The field.</param>
    /// <param name="unit">Its unit.</param>
    /// <param name="typed">What stands in the form now.</param>
    /// <param name="year">The year that the form is about.</param>
    /// <param name="earlier">Earlier years, earliest first.</param>
    public static string Of(string field, string unit, string typed, int year, IReadOnlyList<EarlierYear> earlier)
    {
        var points = earlier.Select(one => (Year: one.EvaluationYear, Number: Number(one.Snapshot.Typed(field) is [var text, ..] ? text : "", unit)))
            .Append((Year: year, Number: Number(typed, unit)))
            .Where(point => point.Number is not null)
            .Select(point => (point.Year, Number: point.Number!.Value))
            .ToList();
        return points.TrueForAll(point => point.Year == year) ? "" : string.Join(" → ", points.Select((point, i) =>
            $"{point.Year} 年 {Text(point.Number)}{Change(i == 0 ? null : points[i - 1].Number, point.Number)}"));
    }

    /// <summary>The change from one year to the next in per cent of the earlier one, rounded half away from zero to two decimals; none from 0.</summary>
    public static decimal? Percent(decimal from, decimal to)
    {
        try
        {
            return from == 0m ? null : Math.Round((to - from) / Math.Abs(from) * 100m, 2, MidpointRounding.AwayFromZero);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static string Change(decimal? from, decimal to) => from is not { } before ? ""
        : Percent(before, to) is not { } percent ? "（上一个数为 0，不计百分比）"
        : percent > 0m ? $"（+{percent.ToString("0.00", CultureInfo.InvariantCulture)}%）"
        : $"（{percent.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '−')}%）";

    private static decimal? Number(string typed, string unit) => TypedText.TryReadNumber(typed, out var number, out _) ? number : TypedQuantity.Read(typed)?.In(unit);

    private static string Text(decimal number) => number.ToString("#,##0.############################", CultureInfo.InvariantCulture).Replace('-', '−');
}
