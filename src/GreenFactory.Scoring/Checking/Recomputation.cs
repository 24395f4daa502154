using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Json;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Checking;

/// <summary>A step of a trace, or a sum of a sheet, that does not come out as recorded.</summary>
public sealed record RecomputationMismatch(string Where, string Recorded, string Recomputed);

/// <summary>
/// Computes a score sheet again from its own traces: only inputs and parameters are taken as given, every step after them is redone and compared.
/// Needs neither the rule set nor a database.
/// </summary>
public static class Recomputation
{
    private const int Most = 1000;

    /// <summary>Steps by how many arguments they cannot do without; every other step needs one.</summary>
    private static readonly string[] None =
        ["literal", "input", "parameter", "given", "either", "rows", "sum rows", "avg rows", "min rows", "max rows", "count rows", "weightedMean", "clauses", "total"];

    private static readonly string[] Two = ["+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">=", "and", "or", "row", "has", "orelse", "oneof"];
    private static readonly string[] Three = ["if", "linear", "ratio", "inverseRatio", "normalise", "clamp"];

    /// <summary>Everything in the sheet that does not come out as recorded, at most a thousand places; nothing if the sheet is sound.</summary>
    public static IReadOnlyList<RecomputationMismatch> Check(ScoreSheet sheet)
    {
        var mismatches = new List<RecomputationMismatch>();
        foreach (var row in sheet.Indicators)
            Row(row, mismatches);
        try
        {
            Sums(sheet, mismatches);
        }
        catch (OverflowException)
        {
            mismatches.Add(new RecomputationMismatch("total", DecimalText.Write(sheet.Total), "numbers beyond range"));
        }

        return [.. mismatches.Take(Most)];
    }

    private static void Row(IndicatorScore row, List<RecomputationMismatch> mismatches)
    {
        if (row.Trace is not { Operation: "round", Arguments: [var exact] } trace || trace.Code != row.Code)
        {
            mismatches.Add(new RecomputationMismatch(row.Code, "trace", row.Trace is null ? "none" : "of something else"));
            return;
        }

        Compare(row.Code, row.Score, Redo(trace, row.Code, mismatches).Number, mismatches);
        Compare($"{row.Code} exact", row.ExactScore, exact.Value ?? 0m, mismatches);
    }

    private static void Sums(ScoreSheet sheet, List<RecomputationMismatch> mismatches)
    {
        foreach (var group in sheet.Groups)
        {
            var rows = sheet.Indicators.Where(i => i.Group == group.Code).ToList();
            var (applicable, exact) = (rows.Sum(r => r.Max), rows.Sum(r => r.ExactScore));
            var points = sheet.Rounding.At == RoundingPlace.Indicator ? rows.Sum(r => r.Score) : exact;
            Compare(group.Code, group.Score, sheet.Rounding.Round(Brought(group, points, applicable)), mismatches);
            Compare($"{group.Code} exact", group.ExactScore, Brought(group, exact, applicable), mismatches);
        }

        var counted = sheet.Groups.Where(g => !g.Bonus).ToList();
        var (sum, whole) = (counted.Sum(g => g.Score), counted.Sum(g => g.ExactScore));
        Compare("exactTotal", sheet.ExactTotal, PointTally.Spread(whole, sheet.Max, sheet.ApplicableMax), mismatches);
        Compare("total", sheet.Total, PointTally.Total(sheet.Rounding, sum, whole, sheet.Max, sheet.ApplicableMax), mismatches);
        Compare("adjustment", sheet.Adjustment, sheet.Total - sum, mismatches);
        Compare("bonus", sheet.Bonus, sheet.Groups.Where(g => g.Bonus).Sum(g => g.Score), mismatches);
    }

    private static decimal Brought(GroupScore group, decimal points, decimal applicable) =>
        group.Bonus ? Math.Min(points, group.Max) : PointTally.Spread(points, group.Max, applicable);

    private static Value Redo(TraceNode node, string where, List<RecomputationMismatch> mismatches)
    {
        var arguments = node.Arguments.Select((a, i) => Redo(a, $"{where}/{i}:{a.Operation}", mismatches)).ToArray();
        var recorded = Recorded(node);
        if (!TryApply(node, arguments, out var applied))
        {
            mismatches.Add(new RecomputationMismatch(where, node.Operation, "cannot be computed"));
            return recorded;
        }

        var result = applied ?? recorded;
        if (result.State != recorded.State)
            mismatches.Add(new RecomputationMismatch(where, recorded.State.ToString(), result.State.ToString()));
        else if (result.IsKnown && node.Value is { } value)
            Compare(where, value, result.Number, mismatches);
        return result;
    }

    /// <summary>Redoes a step of a trace that anybody may have written: false if it lacks arguments or its constants make no sense.</summary>
    private static bool TryApply(TraceNode node, Value[] arguments, out Value? result)
    {
        result = null;
        if (arguments.Length < Needed(node))
            return false;
        try
        {
            result = Apply(node, arguments);
            return true;
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException or ArgumentException or KeyNotFoundException)
        {
            return false;
        }
    }

    private static int Needed(TraceNode node) => node.Operation switch
    {
        "round" => node.Code.Length > 0 ? 1 : 2,
        var operation when None.Contains(operation) => 0,
        var operation when Two.Contains(operation) => 2,
        var operation when Three.Contains(operation) => 3,
        _ => 1,
    };

    /// <summary>Redoes one step; none for steps that are given and not computed.</summary>
    private static Value? Apply(TraceNode node, Value[] arguments) => node.Operation switch
    {
        "literal" or "input" or "parameter" or "given" or "either" or "rows" => null,
        "+" or "-" or "*" or "/" => Operations.Arithmetic(node.Operation[0], arguments[0], arguments[1]),
        "=" or "!=" or "<" or "<=" or ">" or ">=" => Operations.Compare(
            node.Operation, node.Arguments.All(a => a.Value is null) ? TypeKind.Text : TypeKind.Number, arguments[0], arguments[1]),
        "and" => Operations.And(arguments[0], arguments[1]),
        "or" => Operations.Or(arguments[0], arguments[1]),
        "not" => Operations.Not(arguments[0]),
        "negate" => Operations.Negate(arguments[0]),
        "scale" => Operations.Scale(node.Factor ?? 1m, arguments[0]),
        "if" => Operations.If(arguments[0], arguments[1], arguments[2]),
        "sum rows" or "avg rows" or "min rows" or "max rows" => Operations.Fold(node.Operation[..3], arguments),
        "count rows" => Operations.Worst(arguments) is { IsKnown: false } worst ? worst : Value.Of((decimal)arguments.Count(a => a.IsTrue)),
        "linear" => LeafScoring.Linear(node.Factor ?? 0m, node.Formula == CompiledLeaf.Positive, arguments[0], arguments[1], arguments[2]),
        "row" => LeafScoring.Row(arguments[0], arguments[1]),
        "weightedMean" => WeightedMean(node, arguments),
        "same" or "clause" or "definition" => arguments[0],
        "ratio" or "inverseRatio" => LeafScoring.Ratio(
            node.Factor ?? 0m, node.Operation == "ratio", arguments[2].IsKnown ? arguments[2].Number : null, arguments[0], arguments[1]),
        "clauses" => CompiledClause.Sum(node.Arguments.Select((a, i) => (arguments[i], a.Formula == CompiledClause.Required, a.Factor ?? 0m)), node.Factor ?? 0m),
        "bonus" => arguments[0].IsKnown ? Value.Of(Math.Clamp(arguments[0].Number, 0m, node.Factor ?? 0m)) : arguments[0],
        "total" => arguments.Any(a => a.IsKnown) ? Value.Of(CompiledChoose.Sum(arguments.Where(a => a.IsKnown).Select(a => a.Number), node.Factor ?? 0m)) : null,
        "counted" => Value.Of(arguments[0].IsKnown ? arguments[0].Number : node.Factor ?? 0m),
        "normalise" => Value.Of(arguments[0].Number * arguments[1].Number / arguments[2].Number),
        "round" when node.Code.Length > 0 => Value.Of(
            new Rounding(Words.RoundingModes[node.Formula], (int)(node.Factor ?? 0m), RoundingPlace.Indicator).Round(arguments[0].Number)),
        "count" => arguments[0].IsKnown ? Value.Of((decimal)Choices(node.Arguments[0]).Length) : arguments[0],
        "has" => arguments[0].IsKnown && arguments[1].IsKnown ? Value.Of(Choices(node.Arguments[0]).Contains(node.Arguments[1].Text)) : Operations.Worst(arguments),
        _ => Operations.Function(node.Operation, arguments),
    };

    private static Value WeightedMean(TraceNode node, Value[] rows)
    {
        if (rows.Length == 0)
            return Value.Missing(node.Reason);
        if (node.Arguments.Any(row => row.Arguments.Count == 0))
            throw new ArgumentException("A row of a weighted mean has no weight.", nameof(node));
        var counted = rows.Select((points, i) => (points, Weight: Recorded(node.Arguments[i].Arguments[0]))).Where(r => r.points.State != ValueState.NotApplicable).ToList();
        return counted.Count == 0
            ? Value.NotApplicable(node.Reason)
            : LeafScoring.WeightedMean([.. counted.Select(r => r.Weight)], [.. counted.Select(r => r.points)]);
    }

    private static string[] Choices(TraceNode node) => node.Text.Split('、', StringSplitOptions.RemoveEmptyEntries);

    private static Value Recorded(TraceNode node) => node.State switch
    {
        ValueState.Known => node.Value is { } number ? Value.Of(number) : Value.Of(node.Text),
        ValueState.Missing => Value.Missing(node.Reason),
        ValueState.NotApplicable => Value.NotApplicable(node.Reason),
        _ => Value.Error(node.Reason),
    };

    private static void Compare(string where, decimal recorded, decimal recomputed, List<RecomputationMismatch> mismatches)
    {
        if (recorded != recomputed)
            mismatches.Add(new RecomputationMismatch(where, DecimalText.Write(recorded), DecimalText.Write(recomputed)));
    }
}
