using GreenFactory.Scoring.Numbers;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>
/// From the results of all leaves to the points of indicators, groups and total: the policy for what is not applicable, rounding, sums.
/// Prepared once for a rule set and an arithmetic, and safe to share between threads; score sheets and dry runs count with it.
/// </summary>
internal sealed class PointTally
{
    private readonly RuleSet _set;
    private readonly int[] _groups;
    private readonly bool[] _converts;
    private readonly ExactNumber[] _most;
    private readonly ExactNumber _scale;
    private readonly bool _isExact;

    public PointTally(RuleSet set, ScoreArithmetic arithmetic = ScoreArithmetic.Exact)
    {
        (_set, _isExact) = (set, arithmetic == ScoreArithmetic.Exact);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < set.Groups.Count; i++)
            places.TryAdd(set.Groups[i].Code, i);
        _groups = [.. set.Indicators.Select(indicator => places.GetValueOrDefault(indicator.Group, -1))];
        Weights = set.Indicators.Where((_, i) => Counts(i)).Sum(indicator => indicator.Weight);
        Max = set.Policies.ScaleTo ?? Weights;
        _scale = Weights == 0m ? 1m : Divide(Max, Weights);
        _converts = [.. set.Indicators.Select((_, i) => Max != Weights && Weights != 0m && Counts(i))];
        _most = [.. set.Indicators.Select((indicator, i) => Scaled(i, indicator.Weight))];
    }

    /// <summary>Sum of the weights of the indicators that are part of the total.</summary>
    public decimal Weights { get; }

    /// <summary>Largest possible total.</summary>
    public decimal Max { get; }

    /// <summary>Points out of what applies, brought to the full maximum.</summary>
    private ExactNumber Spread(in ExactNumber points, in ExactNumber max, in ExactNumber applicable) =>
        applicable == max || applicable.Sign == 0 ? points : Divide(Multiply(points, max), applicable);

    /// <summary>The rounded total. Rows that are all rounded up can sum to a little more than the maximum; the total does so only if the exact points do.</summary>
    private decimal Total(decimal sum, in ExactNumber exact, in ExactNumber applicable)
    {
        var rounding = _set.Policies.Rounding;
        var (total, most) = (rounding.Round(Spread(rounding.At == RoundingPlace.Indicator ? sum : exact, Max, applicable)), rounding.Round(Max));
        return total > most && rounding.Round(Spread(exact, Max, applicable)) <= most ? most : total;
    }

    /// <summary>Whether an indicator is part of the total: bonus points are not.</summary>
    public bool Counts(int indicator) => _groups[indicator] < 0 || !_set.Groups[_groups[indicator]].Bonus;

    /// <summary>Whether the weight of an indicator is converted to points, because the set asks for a full total that differs from the sum of the weights.</summary>
    public bool Converts(int indicator) => _converts[indicator];

    /// <summary>Points of an indicator as its leaf gives them, before any conversion: those it has, or what the policy gives where it does not apply.</summary>
    public ExactNumber Counted(int indicator, LeafScore result) => result.State == ScoreState.Scored ? result.Points : Fallback(indicator, result);

    /// <summary>What an indicator without points of its own counts with.</summary>
    public decimal Fallback(int indicator, LeafScore result) =>
        result.State == ScoreState.NotApplicable && _set.Policies.NotApplicable == NotApplicablePolicy.FullMarks ? _set.Indicators[indicator].Weight : 0m;

    /// <summary>Counts the results of all indicators, in the order of the set.</summary>
    public SheetPoints Count(LeafScore[] results)
    {
        var rows = new RowPoints[results.Length];
        var sums = new GroupSum[_set.Groups.Count];
        var everyRowApplies = true;
        for (var i = 0; i < rows.Length; i++)
        {
            var exact = Scaled(i, Counted(i, results[i]));
            var row = rows[i] = new RowPoints(exact, _set.Policies.Rounding.Round(exact), IsSpread(results[i]) ? 0m : _most[i]);
            everyRowApplies &= row.Max.Sign != 0;
            if (_groups[i] >= 0)
                Add(ref sums[_groups[i]], row);
        }

        return Total(rows, sums, everyRowApplies);
    }

    private bool IsSpread(LeafScore result) => result.State == ScoreState.NotApplicable
        && _set.Policies.NotApplicable is NotApplicablePolicy.NormaliseWithinGroup or NotApplicablePolicy.NormaliseWithinTotal;

    private ExactNumber Scaled(int indicator, in ExactNumber points) => Converts(indicator) ? Divide(Multiply(points, Max), Weights) : points;

    private ExactNumber Add(in ExactNumber a, in ExactNumber b) => _isExact ? a + b : a.Nearest + b.Nearest;

    private ExactNumber Multiply(in ExactNumber a, in ExactNumber b) => _isExact ? a * b : a.Nearest * b.Nearest;

    private ExactNumber Divide(in ExactNumber a, in ExactNumber b) => _isExact ? a / b : a.Nearest / b.Nearest;

    private SheetPoints Total(RowPoints[] rows, GroupSum[] sums, bool everyRowApplies)
    {
        var groups = new GroupPoints[sums.Length];
        var (sum, bonus, exact, applicable) = (0m, 0m, (ExactNumber)0m, (ExactNumber)0m);
        for (var g = 0; g < sums.Length; g++)
        {
            var points = groups[g] = Group(_set.Groups[g], sums[g]);
            if (_set.Groups[g].Bonus)
                bonus += points.Score;
            else
                (sum, exact, applicable) = (sum + points.Score, Add(exact, points.Exact), Add(applicable, points.Max));
        }

        applicable = everyRowApplies ? Max : applicable;
        return new SheetPoints(rows, groups)
        {
            Sum = sum,
            Total = Total(sum, exact, applicable),
            ExactTotal = Spread(exact, Max, applicable),
            ApplicableMax = applicable,
            Bonus = bonus,
        };
    }

    private GroupPoints Group(IndicatorGroup group, GroupSum rows)
    {
        var rounding = _set.Policies.Rounding;
        var sum = rounding.At == RoundingPlace.Indicator ? rows.Rounded : rows.Exact;
        if (group.Bonus)
        {
            var bonus = rounding.Round(ExactNumber.Min(sum, group.Weight));
            return new GroupPoints(bonus, ExactNumber.Min(rows.Exact, group.Weight), group.Weight, _isExact ? bonus - rows.Rounded : 0m);
        }

        var isSpread = _set.Policies.NotApplicable == NotApplicablePolicy.NormaliseWithinGroup && rows.Max.Sign != 0 && rows.HasRowWithoutMax;
        var max = isSpread ? Multiply(group.Weight, _scale) : rows.Max;
        var score = rounding.Round(Spread(sum, max, rows.Max));
        return new GroupPoints(score, Spread(rows.Exact, max, rows.Max), max, score - (_isExact ? rows.Rounded : rounding.Round(sum)));
    }

    private void Add(ref GroupSum sum, in RowPoints row)
    {
        sum.Exact = Add(sum.Exact, row.Exact);
        sum.Rounded += row.Rounded;
        sum.Max = Add(sum.Max, row.Max);
        sum.HasRowWithoutMax |= row.Max.Sign == 0;
    }

    private struct GroupSum
    {
        public ExactNumber Exact { get; set; }

        public decimal Rounded { get; set; }

        public ExactNumber Max { get; set; }

        public bool HasRowWithoutMax { get; set; }
    }
}
