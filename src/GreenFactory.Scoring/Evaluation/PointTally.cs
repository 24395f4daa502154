using System.Buffers;
using GreenFactory.Scoring.Expressions;
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
    private readonly Rounding _rounding;

    public PointTally(RuleSet set, ScoreArithmetic arithmetic = ScoreArithmetic.Exact)
    {
        (_set, _isExact, _rounding) = (set, arithmetic == ScoreArithmetic.Exact, set.Policies.Rounding);
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

    /// <summary>Whether an indicator is part of the total: bonus points are not.</summary>
    public bool Counts(int indicator) => _groups[indicator] < 0 || !_set.Groups[_groups[indicator]].Bonus;

    /// <summary>Whether the weight of an indicator is converted to points, because the set asks for a full total that differs from the sum of the weights.</summary>
    public bool Converts(int indicator) => _converts[indicator];

    /// <summary>Points of an indicator as its leaf gives them, before any conversion: those it has, or what the policy gives where it does not apply.</summary>
    public ExactNumber Counted(int indicator, in LeafScore result) => result.State == ScoreState.Scored ? result.Points : Fallback(indicator, result);

    /// <summary>What an indicator without points of its own counts with.</summary>
    public decimal Fallback(int indicator, in LeafScore result) =>
        result.State == ScoreState.NotApplicable && _set.Policies.NotApplicable == NotApplicablePolicy.FullMarks ? _set.Indicators[indicator].Weight : 0m;

    /// <summary>Counts the results of all indicators, in the order of the set.</summary>
    public SheetPoints Count(LeafScore[] results)
    {
        var rows = new RowPoints[results.Length];
        var sums = ArrayPool<GroupSum>.Shared.Rent(_set.Groups.Count);
        Array.Clear(sums);
        var everyRowApplies = true;
        for (var i = 0; i < rows.Length; i++)
        {
            var exact = Scaled(i, Counted(i, results[i]));
            rows[i] = new RowPoints(exact, _rounding.Round(exact), IsSpread(results[i]));
            var max = MostOf(i, rows[i]);
            everyRowApplies &= max.Sign != 0;
            if (_groups[i] >= 0)
                Add(ref sums[_groups[i]], rows[i].Rounded, max);
        }

        var points = Total(rows, sums.AsSpan(0, _set.Groups.Count), everyRowApplies);
        ArrayPool<GroupSum>.Shared.Return(sums);
        return points;
    }

    /// <summary>The most that an indicator can get, given its points.</summary>
    public ExactNumber MostOf(int indicator, in RowPoints points) => points.IsSpread ? 0m : _most[indicator];

    private bool IsSpread(in LeafScore result) => result.State == ScoreState.NotApplicable
        && _set.Policies.NotApplicable is NotApplicablePolicy.NormaliseWithinGroup or NotApplicablePolicy.NormaliseWithinTotal;

    private ExactNumber Scaled(int indicator, in ExactNumber points) => Converts(indicator) ? Divide(Multiply(points, Max), Weights) : points;

    private ExactNumber Add(in ExactNumber a, in ExactNumber b) => _isExact ? a + b : a.Nearest + b.Nearest;

    private ExactNumber Multiply(in ExactNumber a, in ExactNumber b) => _isExact ? a * b : a.Nearest * b.Nearest;

    private ExactNumber Divide(in ExactNumber a, in ExactNumber b) => _isExact ? a / b : a.Nearest / b.Nearest;

    /// <summary>Points of a group before rounding.</summary>
    public ExactNumber ExactOf(RowPoints[] rows, in GroupPoints points, int group)
    {
        var sum = (ExactNumber)0m;
        for (var i = 0; i < rows.Length; i++)
        {
            if (_groups[i] == group)
                sum = Add(sum, rows[i].Exact);
        }

        return _set.Groups[group].Bonus ? ExactNumber.Min(sum, _set.Groups[group].Weight) : Spread(sum, points.Max, points.Applicable);
    }

    /// <summary>The total before rounding.</summary>
    public ExactNumber ExactTotal(SheetPoints points) => ExactTotal(points.Rows, points.Groups, points.ApplicableMax);

    private ExactNumber ExactTotal(RowPoints[] rows, GroupPoints[] groups, in ExactNumber applicable)
    {
        var sum = (ExactNumber)0m;
        for (var g = 0; g < groups.Length; g++)
        {
            if (!_set.Groups[g].Bonus)
                sum = Add(sum, ExactOf(rows, groups[g], g));
        }

        return Spread(sum, Max, applicable);
    }

    private SheetPoints Total(RowPoints[] rows, ReadOnlySpan<GroupSum> sums, bool everyRowApplies)
    {
        var groups = new GroupPoints[sums.Length];
        var (sum, bonus, applicable) = (0m, 0m, (ExactNumber)0m);
        for (var g = 0; g < sums.Length; g++)
        {
            var points = groups[g] = Group(rows, sums[g], g);
            if (_set.Groups[g].Bonus)
                bonus += points.Score;
            else
                (sum, applicable) = (sum + points.Score, Add(applicable, points.Max));
        }

        applicable = everyRowApplies ? Max : applicable;
        return new SheetPoints(this, rows, groups)
        {
            Sum = sum,
            Total = RoundedTotal(rows, groups, sum, applicable),
            ApplicableMax = applicable,
            Bonus = bonus,
        };
    }

    /// <summary>The rounded total. Rows that are all rounded up can sum to a little more than the maximum; the total does so only if the exact points do.</summary>
    private decimal RoundedTotal(RowPoints[] rows, GroupPoints[] groups, decimal sum, in ExactNumber applicable)
    {
        var rounding = _set.Policies.Rounding;
        var most = rounding.Round(Max);
        if (rounding.At == RoundingPlace.Total)
            return rounding.Round(ExactTotal(rows, groups, applicable));
        var total = rounding.Round(Spread(sum, Max, applicable));
        return total > most && rounding.Round(ExactTotal(rows, groups, applicable)) <= most ? most : total;
    }

    private GroupPoints Group(RowPoints[] rows, in GroupSum sum, int place)
    {
        var (group, rounding) = (_set.Groups[place], _set.Policies.Rounding);
        var perRow = rounding.At == RoundingPlace.Indicator;
        if (group.Bonus)
        {
            var capped = new GroupPoints(0m, group.Weight, sum.Max, 0m);
            var bonus = rounding.Round(perRow ? Math.Min(sum.Rounded, group.Weight) : ExactOf(rows, capped, place));
            return capped with { Score = bonus, Adjustment = _isExact ? bonus - sum.Rounded : 0m };
        }

        var isSpread = _set.Policies.NotApplicable == NotApplicablePolicy.NormaliseWithinGroup && sum.Max.Sign != 0 && sum.HasRowWithoutMax;
        var points = new GroupPoints(0m, isSpread ? Multiply(group.Weight, _scale) : sum.Max, sum.Max, 0m);
        var score = rounding.Round(perRow ? Spread(sum.Rounded, points.Max, sum.Max) : ExactOf(rows, points, place));
        var parts = _isExact || perRow ? sum.Rounded : rounding.Round(ExactOf(rows, points with { Max = sum.Max }, place));
        return points with { Score = score, Adjustment = score - (_isExact ? parts : rounding.Round(parts)) };
    }

    private void Add(ref GroupSum sum, decimal rounded, in ExactNumber max)
    {
        sum.Rounded += rounded;
        sum.Max = Add(sum.Max, max);
        sum.HasRowWithoutMax |= max.Sign == 0;
    }

    private struct GroupSum
    {
        public decimal Rounded { get; set; }

        public ExactNumber Max { get; set; }

        public bool HasRowWithoutMax { get; set; }
    }
}
