using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>A step of a trace, or a sum of a sheet, that does not come out as recorded.</summary>
public sealed record RecomputationMismatch(string Where, string Recorded, string Recomputed);

/// <summary>
/// Computes a score sheet again from its own traces: only inputs and parameters are taken as given, every step after them is redone and compared.
/// Needs neither the rule set nor a database, and shares no arithmetic with what made the sheet.
/// </summary>
public static class Recomputation
{
    private const int Most = 1000;

    /// <summary>Everything in the sheet that does not come out as recorded, at most a thousand places; nothing if the sheet is sound.</summary>
    public static IReadOnlyList<RecomputationMismatch> Check(ScoreSheet sheet)
    {
        var mismatches = new List<RecomputationMismatch>();
        var trace = new TraceRecomputation(sheet.Arithmetic == ScoreArithmetic.Exact, (where, recorded, recomputed) => mismatches.Add(new RecomputationMismatch(where, recorded, recomputed)));
        try
        {
            Sums(sheet, [.. sheet.Indicators.Select(row => Row(sheet, row, trace, mismatches))], trace);
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException)
        {
            mismatches.Add(new RecomputationMismatch("total", ((Ratio)sheet.Total).ToString(), "numbers beyond range"));
        }

        return [.. mismatches.Take(Most)];
    }

    private static Ratio Row(ScoreSheet sheet, IndicatorScore row, TraceRecomputation trace, List<RecomputationMismatch> mismatches)
    {
        if (row.Trace is not { Operation: "round", Arguments: [var exact] } root || root.Code != row.Code)
        {
            mismatches.Add(new RecomputationMismatch(row.Code, "trace", row.Trace is null ? "none" : "of something else"));
            return row.ExactScore;
        }

        if (sheet.Arithmetic == ScoreArithmetic.Exact)
            Conversion(sheet, row, exact, trace, mismatches);
        var points = trace.Redo(exact, $"{row.Code}/0:{exact.Operation}", row.Weight).Number;
        trace.Compare(row.Code, row.Score, points.Round(sheet.Places, sheet.Rounding.Mode == RoundingMode.ToEven));
        trace.Compare($"{row.Code} trace", root.Value ?? 0m, row.Score);
        trace.Compare($"{row.Code} places", root.Factor ?? 0m, (decimal)sheet.Places);
        if (root.Formula != Words.RoundingModes.Word(sheet.Rounding.Mode))
            mismatches.Add(new RecomputationMismatch($"{row.Code} rounding", root.Formula, Words.RoundingModes.Word(sheet.Rounding.Mode)));
        trace.Compare($"{row.Code} exact", row.ExactScore, points);
        return points;
    }

    /// <summary>Whether the weight of an indicator is converted to points where it must be, and by the numbers of this sheet.</summary>
    private static void Conversion(ScoreSheet sheet, IndicatorScore row, TraceNode exact, TraceRecomputation trace, List<RecomputationMismatch> mismatches)
    {
        var isDue = !IsBonus(sheet, row) && Weights(sheet).CompareTo(sheet.Max) != 0 && Weights(sheet).Sign != 0;
        if (isDue != exact.Operation is "normalise")
            mismatches.Add(new RecomputationMismatch(row.Code, exact.Operation, isDue ? "normalise" : "nothing to convert"));
        if (exact is { Operation: "normalise", Arguments: [_, var full, var weights] })
        {
            trace.Compare($"{row.Code} full", full.Value ?? 0m, sheet.Max);
            trace.Compare($"{row.Code} weights", weights.Value ?? 0m, Weights(sheet));
        }
    }

    private static bool IsBonus(ScoreSheet sheet, IndicatorScore row) => sheet.Groups.Any(group => group.Bonus && group.Code == row.Group);

    private static void Sums(ScoreSheet sheet, Ratio[] points, TraceRecomputation trace)
    {
        var isExact = sheet.Arithmetic == ScoreArithmetic.Exact;
        var atIndicator = sheet.Rounding.At == RoundingPlace.Indicator;
        var scale = Scale(sheet);
        var (sum, whole, applicable, bonus) = (Ratio.Zero, Ratio.Zero, Ratio.Zero, Ratio.Zero);
        foreach (var group in sheet.Groups)
        {
            var rows = sheet.Indicators.Index().Where(i => i.Item.Group == group.Code).ToList();
            var (exact, rounded, max) = (Ratio.Zero, Ratio.Zero, Ratio.Zero);
            foreach (var (index, row) in rows)
            {
                var most = !isExact ? row.Max : IsSpread(sheet, row) ? Ratio.Zero : group.Bonus ? row.Weight : row.Weight * scale;
                trace.Compare($"{row.Code} max", row.Max, most);
                (exact, rounded, max) = (trace.Settle(exact + points[index]), rounded + row.Score, trace.Settle(max + most));
            }

            Ratio full = !isExact ? group.Max : group.Bonus ? group.Weight : sheet.NotApplicable == NotApplicablePolicy.NormaliseWithinGroup && max.Sign != 0 && rows.Exists(r => r.Item.Max == 0m) ? group.Weight * scale : max;
            var brought = group.Bonus ? Ratio.Min(atIndicator ? rounded : exact, full) : Spread(atIndicator ? rounded : exact, full, max, trace);
            var score = Rounded(sheet, brought);
            var broughtExact = group.Bonus ? Ratio.Min(exact, full) : Spread(exact, full, max, trace);
            trace.Compare(group.Code, group.Score, score);
            trace.Compare($"{group.Code} exact", group.ExactScore, broughtExact);
            trace.Compare($"{group.Code} max", group.Max, full);
            if (isExact)
                trace.Compare($"{group.Code} adjustment", group.Adjustment, score - rounded);
            if (group.Bonus)
                bonus += score;
            else
                (sum, whole, applicable) = (sum + score, trace.Settle(whole + broughtExact), trace.Settle(applicable + full));
        }

        applicable = isExact && !sheet.Indicators.Any(row => row.Max == 0m) ? sheet.Max : isExact ? applicable : sheet.ApplicableMax;
        trace.Compare("applicableMax", sheet.ApplicableMax, applicable);
        var spread = Spread(whole, sheet.Max, applicable, trace);
        var (total, most100) = (Rounded(sheet, Spread(atIndicator ? sum : whole, sheet.Max, applicable, trace)), Rounded(sheet, sheet.Max));
        trace.Compare("exactTotal", sheet.ExactTotal, spread);
        trace.Compare("total", sheet.Total, total > most100 && !(Rounded(sheet, spread) > most100) ? most100 : total);
        trace.Compare("adjustment", sheet.Adjustment, sheet.Total - sum);
        trace.Compare("bonus", sheet.Bonus, bonus);
    }

    /// <summary>Points of one point of weight: the full total over the weights that count in it.</summary>
    private static Ratio Scale(ScoreSheet sheet) => Weights(sheet).Sign == 0 ? 1m : sheet.Max / Weights(sheet);

    private static Ratio Weights(ScoreSheet sheet) => sheet.Indicators.Where(row => !IsBonus(sheet, row)).Aggregate(Ratio.Zero, (sum, row) => sum + row.Weight);

    private static bool IsSpread(ScoreSheet sheet, IndicatorScore row) =>
        row.State == ScoreState.NotApplicable && sheet.NotApplicable is NotApplicablePolicy.NormaliseWithinGroup or NotApplicablePolicy.NormaliseWithinTotal;

    private static Ratio Rounded(ScoreSheet sheet, Ratio points) => points.Round(sheet.Places, sheet.Rounding.Mode == RoundingMode.ToEven);

    private static Ratio Spread(Ratio points, Ratio max, Ratio applicable, TraceRecomputation trace) =>
        applicable.CompareTo(max) == 0 || applicable.Sign == 0 ? points : trace.Settle(trace.Settle(points * max) / applicable);
}
