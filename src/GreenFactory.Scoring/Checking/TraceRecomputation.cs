using GreenFactory.Scoring.Expressions;
using static GreenFactory.Scoring.Checking.RecomputedValue;

namespace GreenFactory.Scoring.Checking;

/// <summary>Works the steps of one trace out again. Only what was answered, looked up or given by a person is taken as it stands.</summary>
internal sealed class TraceRecomputation(bool isExact, Action<string, string, string> mismatch)
{
    private const decimal MostRatio = 1000m;

    /// <summary>What the rows of weighted means weigh.</summary>
    private readonly Dictionary<TraceNode, RecomputedValue> _weights = new(ReferenceEqualityComparer.Instance);

    /// <summary>Steps by how many arguments they cannot do without; every other step needs one.</summary>
    private static readonly string[] None =
        ["literal", "input", "parameter", "given", "either", "rows", "sum rows", "avg rows", "min rows", "max rows", "count rows", "weightedMean", "clauses", "total", "choose"];

    private static readonly string[] Two = ["+", "-", "*", "/", "=", "!=", "<", "<=", ">", ">=", "and", "or", "row", "has", "orelse", "oneof"];
    private static readonly string[] Three = ["if", "linear", "ratio", "inverseRatio", "normalise", "clamp"];

    /// <summary>Works a step out, and everything before it; a difference to what is recorded is told. <paramref name="weight"/> is what the points are points of.</summary>
    public RecomputedValue Redo(TraceNode node, string where, Ratio weight)
    {
        var share = node.Operation == "choose" && node.Factor is >= 1m and { } take ? Settle(weight / take) : weight;
        var arguments = new RecomputedValue[node.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = Redo(node.Arguments[i], $"{where}/{i}:{node.Arguments[i].Operation}", share);
        var recorded = Recorded(node);
        if (!TryApply(node, arguments, isExact ? weight : node.Factor ?? 0m, out var applied))
        {
            mismatch(where, node.Operation, "cannot be computed");
            return recorded;
        }

        if (isExact && node.Operation is "linear" or "ratio" or "inverseRatio" or "clauses" or "bonus" or "weightedMean" && node.Factor is { } factor)
            Compare($"{where} weight", factor, weight);
        var result = applied ?? recorded;
        if (result.State != recorded.State)
            mismatch(where, recorded.State.ToString(), result.State.ToString());
        else if (result.IsKnown && node.Value is { } value)
            Compare(where, value, result.Number);
        return result;
    }

    /// <summary>Tells of a recorded number that is not what it should be.</summary>
    public void Compare(string where, decimal recorded, Ratio recomputed)
    {
        Ratio was = recorded;
        if (was.CompareTo(recomputed) == 0)
            return;
        var now = recomputed.Written();
        if (was.CompareTo(now) != 0)
            mismatch(where, was.ToString(), now.ToString());
    }

    /// <summary>A number as it goes on to the next step: as it is, or as a decimal holds it, whichever the sheet was made with.</summary>
    public Ratio Settle(Ratio number) => isExact ? InRange(number) : number.Written();

    private static Ratio InRange(Ratio number) => number > decimal.MaxValue || number < decimal.MinValue ? throw new OverflowException() : number;

    /// <summary>Redoes a step of a trace that anybody may have written: false if it lacks arguments or its constants make no sense.</summary>
    private bool TryApply(TraceNode node, RecomputedValue[] arguments, Ratio weight, out RecomputedValue? result)
    {
        result = null;
        if (arguments.Length < Needed(node))
            return false;
        try
        {
            result = Apply(node, arguments, weight);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or KeyNotFoundException)
        {
            return false;
        }
        catch (Exception e) when (e is OverflowException or DivideByZeroException)
        {
            result = Not(ValueState.Error);
            return true;
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
    private RecomputedValue? Apply(TraceNode node, RecomputedValue[] a, Ratio weight) => node.Operation switch
    {
        "literal" or "input" or "parameter" or "given" or "either" or "rows" => null,
        "+" or "-" or "*" or "/" => Worst(a[0], a[1]) ?? Of(Calculate(node.Operation, a[0].Number, a[1].Number)),
        "=" or "!=" or "<" or "<=" or ">" or ">=" => Worst(a[0], a[1]) ?? Of(Holds(node.Operation, IsText(node) ? string.CompareOrdinal(a[0].Text, a[1].Text) : a[0].Number.CompareTo(a[1].Number))),
        "and" => Decide(a[0], a[1], deciding: false),
        "or" => Decide(a[0], a[1], deciding: true),
        "not" => a[0].IsKnown ? Of(!a[0].IsTrue) : a[0],
        "negate" => a[0].IsKnown ? Of(-a[0].Number) : a[0],
        "scale" => a[0].IsKnown ? Of(Settle(a[0].Number * (node.Factor ?? 1m))) : a[0],
        "if" => !a[0].IsKnown ? a[0] : a[0].IsTrue ? a[1] : a[2],
        "sum" or "avg" or "min" or "max" or "sum rows" or "avg rows" or "min rows" or "max rows" => Fold(node.Operation[..3], a),
        "count rows" => Worst(a) ?? Of(a.Count(x => x.IsTrue)),
        "distinct rows" => Worst(a) ?? Of((decimal)a.Select(x => x.Text).Distinct(StringComparer.Ordinal).Count()),
        "linear" => Linear(weight, node.Formula == "positive", a[0], a[1], a[2]),
        "row" => Row(_weights[node] = a[0], a[1]),
        "weightedMean" => WeightedMean(node, a),
        "same" or "clause" or "definition" or "child" => a[0],
        "ratio" or "inverseRatio" => Ratio(weight, node.Operation == "ratio", a[2].IsKnown ? a[2].Number : null, a[0], a[1]),
        "clauses" => Clauses(node, a, weight),
        "bonus" => a[0].IsKnown ? Of(Between(a[0].Number, 0m, weight)) : a[0],
        "choose" => Choose(node, a),
        "total" => a.Any(x => x.IsKnown) ? Of(Checking.Ratio.Min(Sum(a.Where(x => x.IsKnown)), weight)) : null,
        "counted" => Of(a[0].IsKnown ? a[0].Number : node.Factor ?? 0m),
        "normalise" => Of(Settle(Settle(a[0].Number * a[1].Number) / a[2].Number)),
        "round" when node.Code.Length > 0 => Of(a[0].Number.Round(Places(node.Factor ?? 0m, 6), node.Formula == "toEven")),
        "round" => Worst(a) ?? (a[1].Number.Round(0, false).CompareTo(a[1].Number) != 0 || a[1].Number.Sign < 0 || a[1].Number > 12m
            ? Not(ValueState.Error) : Of(a[0].Number.Round(int.Parse(a[1].Number.ToString(), System.Globalization.CultureInfo.InvariantCulture), halfToEven: false))),
        "abs" => Worst(a) ?? Of(a[0].Number.Sign < 0 ? -a[0].Number : a[0].Number),
        "clamp" => Worst(a) ?? (a[1].Number > a[2].Number ? Not(ValueState.Error) : Of(Between(a[0].Number, a[1].Number, a[2].Number))),
        "known" => a[0].State == ValueState.Error ? a[0] : Of(a[0].IsKnown),
        "missing" => a[0].State == ValueState.Error ? a[0] : Of(a[0].State == ValueState.Missing),
        "orelse" => a[0].State is ValueState.Missing or ValueState.NotApplicable ? a[1] : a[0],
        "count" => a[0].IsKnown ? Of((decimal)Choices(node.Arguments[0]).Length) : a[0],
        "has" => Worst(a[0], a[1]) ?? Of(Choices(node.Arguments[0]).Contains(node.Arguments[1].Text)),
        "oneof" => Worst(a) ?? Of(a[1..].Any(x => x.Text == a[0].Text)),
        _ => throw new ArgumentException("There is no such step."),
    };

    private static bool IsText(TraceNode node) => node.Arguments.All(a => a.Value is null);

    private Ratio Calculate(string operation, Ratio a, Ratio b) => Settle(operation switch { "+" => a + b, "-" => a - b, "*" => a * b, _ => a / b });

    private static bool Holds(string operation, int order) => operation switch
    {
        "=" => order == 0,
        "!=" => order != 0,
        "<" => order < 0,
        "<=" => order <= 0,
        ">" => order > 0,
        _ => order >= 0,
    };

    /// <summary>Of two conditions: one that decides does so even if the other is not known, unless that one is an error.</summary>
    private static RecomputedValue Decide(RecomputedValue a, RecomputedValue b, bool deciding)
    {
        if (a.State == ValueState.Error || b.State == ValueState.Error)
            return Not(ValueState.Error);
        if ((a.IsKnown && a.IsTrue == deciding) || (b.IsKnown && b.IsTrue == deciding))
            return Of(deciding);
        return Worst(a, b) ?? Of(!deciding);
    }

    private RecomputedValue Fold(string name, RecomputedValue[] values)
    {
        if (values.Length == 0)
            return Not(ValueState.Missing);
        if (Worst(values) is { } worst)
            return worst;
        var result = values[0].Number;
        foreach (var value in values[1..])
            result = name switch { "min" => Checking.Ratio.Min(result, value.Number), "max" => Checking.Ratio.Max(result, value.Number), _ => Settle(result + value.Number) };
        return Of(name == "avg" ? Settle(result / (decimal)values.Length) : result);
    }

    private RecomputedValue Linear(Ratio weight, bool positive, RecomputedValue value, RecomputedValue leading, RecomputedValue baseline)
    {
        if (Worst(value, leading, baseline) is { } worst)
            return worst;
        var (x, l, b) = (value.Number, leading.Number, baseline.Number);
        if (l.CompareTo(b) != 0 && positive != l > b)
            return Not(ValueState.Error);
        if (positive ? !(x < l) : !(x > l))
            return Of(weight);
        if (positive ? !(x > b) : !(x < b))
            return Of(0m);
        return Of(Between(Settle(Settle(weight * Settle(x - b)) / Settle(l - b)), 0m, weight));
    }

    private RecomputedValue Ratio(Ratio weight, bool positive, Ratio? cap, RecomputedValue value, RecomputedValue leading)
    {
        if (Worst(value, leading) is { } worst)
            return worst;
        if (leading.Number.Sign <= 0)
            return Not(ValueState.Error);
        if (!positive && value.Number.Sign <= 0)
            return cap is { } best ? Of(Settle(weight * best)) : Not(ValueState.Error);
        var points = positive ? Settle(Settle(weight * value.Number) / leading.Number) : Settle(Settle(weight * leading.Number) / value.Number);
        var most = Settle(weight * (cap ?? MostRatio));
        return cap is null && points > most ? Not(ValueState.Error) : Of(Between(points, 0m, most));
    }

    private static RecomputedValue Row(RecomputedValue weight, RecomputedValue earned) =>
        !earned.IsKnown ? earned : !weight.IsKnown ? weight : weight.Number.Sign < 0 ? Not(ValueState.Error) : earned;

    private RecomputedValue WeightedMean(TraceNode node, RecomputedValue[] points)
    {
        if (points.Length == 0)
            return Not(ValueState.Missing);
        var counted = points.Select((earned, i) => (Earned: earned, Weight: _weights[node.Arguments[i]])).Where(row => row.Earned.State != ValueState.NotApplicable).ToList();
        if (counted.Count == 0)
            return Not(ValueState.NotApplicable);
        if (Worst([.. counted.Select(row => row.Weight)]) is null && Sum(counted.Select(row => row.Weight)).Sign <= 0)
            return Not(ValueState.Error);
        if (Worst([.. counted.Select(row => row.Earned), .. counted.Select(row => row.Weight)]) is { } worst)
            return worst;
        var (sum, total) = (Checking.Ratio.Zero, Checking.Ratio.Zero);
        foreach (var (earned, weight) in counted)
            (sum, total) = (Settle(sum + Settle(weight.Number * earned.Number)), Settle(total + weight.Number));
        return Of(Between(Settle(sum / total), counted.Select(row => row.Earned.Number).Min(), counted.Select(row => row.Earned.Number).Max()));
    }

    private static RecomputedValue Clauses(TraceNode node, RecomputedValue[] met, Ratio weight)
    {
        foreach (var answer in met)
        {
            if (!answer.IsKnown)
                return answer;
        }

        var items = met.Zip(node.Arguments).ToList();
        return items.Any(item => item.Second.Formula == "required" && !item.First.IsTrue)
            ? Of(0m)
            : Of(Checking.Ratio.Min(items.Where(item => item.First.IsTrue).Aggregate(Checking.Ratio.Zero, (sum, item) => sum + (item.Second.Factor ?? 0m)), weight));
    }

    /// <summary>The best rows, or those declared; whether the right ones are marked as taken is checked too.</summary>
    private static RecomputedValue Choose(TraceNode node, RecomputedValue[] children)
    {
        var take = Places(node.Factor ?? 0m, 1000);
        var marked = node.Arguments.Index().Where(child => child.Item.Formula == "taken").Select(child => child.Index).ToList();
        var isBest = node.Formula == "best";
        var best = children.Index().Where(child => child.Item.IsKnown).OrderByDescending(child => child.Item.Number).Take(take).Select(child => child.Index);
        if (isBest ? !marked.SequenceEqual(best.Order()) : marked.Count > take)
            throw new ArgumentException("The rows that are marked as taken are not those to be taken.", nameof(node));
        var counting = isBest ? children : [.. marked.Select(i => children[i])];
        if (counting.Any(child => child.IsKnown))
            return Of(Sum(marked.Select(i => children[i]).Where(child => child.IsKnown)));
        return Not(counting.Any(child => child.State == ValueState.Error) ? ValueState.Error
            : counting.Length > 0 && counting.All(child => child.State == ValueState.NotApplicable) ? ValueState.NotApplicable : ValueState.Missing);
    }

    private static Ratio Sum(IEnumerable<RecomputedValue> values) => values.Aggregate(Checking.Ratio.Zero, (sum, value) => sum + value.Number);

    private static Ratio Between(Ratio value, Ratio least, Ratio most) => value < least ? least : value > most ? most : value;

    private static int Places(decimal number, int most) => number >= 0m && number <= most && decimal.Truncate(number) == number ? (int)number : throw new ArgumentException("This is no such number.");

    private static string[] Choices(TraceNode node) => node.Text.Split('、', StringSplitOptions.RemoveEmptyEntries);
}
