using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>
/// From the results of all leaves to the points of indicators, groups and total: the policy for what is not applicable, rounding, sums.
/// Prepared once for a rule set and safe to share between threads; score sheets and dry runs count with it.
/// </summary>
internal sealed class PointTally
{
    private readonly RuleSet _set;
    private readonly int[] _groups;
    private readonly bool[] _converts;
    private readonly decimal[] _most;
    private readonly decimal _scale;

    public PointTally(RuleSet set)
    {
        _set = set;
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < set.Groups.Count; i++)
            places.TryAdd(set.Groups[i].Code, i);
        _groups = [.. set.Indicators.Select(indicator => places.GetValueOrDefault(indicator.Group, -1))];
        Weights = set.Indicators.Where((_, i) => Counts(i)).Sum(indicator => indicator.Weight);
        Max = set.Policies.ScaleTo ?? Weights;
        _scale = Weights == 0m ? 1m : Max / Weights;
        _converts = [.. set.Indicators.Select((_, i) => Max != Weights && Weights != 0m && Counts(i))];
        _most = [.. set.Indicators.Select((indicator, i) => Scaled(i, indicator.Weight))];
    }

    /// <summary>Sum of the weights of the indicators that are part of the total.</summary>
    public decimal Weights { get; }

    /// <summary>Largest possible total.</summary>
    public decimal Max { get; }

    /// <summary>Points out of what applies, brought to the full maximum.</summary>
    public static decimal Spread(decimal points, decimal max, decimal applicable) =>
        applicable == max || applicable == 0m ? points : points * max / applicable;

    /// <summary>The rounded total. Rows that are all rounded up can sum to a little more than the maximum; the total does so only if the exact points do.</summary>
    public static decimal Total(Rounding rounding, decimal sum, decimal exact, decimal max, decimal applicable)
    {
        var total = rounding.Round(Spread(rounding.At == RoundingPlace.Indicator ? sum : exact, max, applicable));
        return rounding.Round(Spread(exact, max, applicable)) <= rounding.Round(max) ? Math.Min(total, rounding.Round(max)) : total;
    }

    /// <summary>Whether an indicator is part of the total: bonus points are not.</summary>
    public bool Counts(int indicator) => _groups[indicator] < 0 || !_set.Groups[_groups[indicator]].Bonus;

    /// <summary>Whether the weight of an indicator is converted to points, because the set asks for a full total that differs from the sum of the weights.</summary>
    public bool Converts(int indicator) => _converts[indicator];

    /// <summary>Points of an indicator as its leaf gives them, before any conversion: those it has, or what the policy gives where it does not apply.</summary>
    public decimal Counted(int indicator, LeafScore result) => result.State == ScoreState.Scored ? result.Points : Fallback(indicator, result);

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
            everyRowApplies &= row.Max != 0m;
            if (_groups[i] >= 0)
                sums[_groups[i]].Add(row);
        }

        return Total(rows, sums, everyRowApplies);
    }

    private bool IsSpread(LeafScore result) => result.State == ScoreState.NotApplicable
        && _set.Policies.NotApplicable is NotApplicablePolicy.NormaliseWithinGroup or NotApplicablePolicy.NormaliseWithinTotal;

    private decimal Scaled(int indicator, decimal points) => Converts(indicator) ? points * Max / Weights : points;

    private SheetPoints Total(RowPoints[] rows, GroupSum[] sums, bool everyRowApplies)
    {
        var groups = new GroupPoints[sums.Length];
        var (sum, exact, applicable, bonus) = (0m, 0m, 0m, 0m);
        for (var g = 0; g < sums.Length; g++)
        {
            var points = groups[g] = Group(_set.Groups[g], sums[g]);
            if (_set.Groups[g].Bonus)
                bonus += points.Score;
            else
                (sum, exact, applicable) = (sum + points.Score, exact + points.Exact, applicable + points.Max);
        }

        applicable = everyRowApplies ? Max : applicable;
        return new SheetPoints(rows, groups)
        {
            Sum = sum,
            Total = Total(_set.Policies.Rounding, sum, exact, Max, applicable),
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
            return new GroupPoints(rounding.Round(Math.Min(sum, group.Weight)), Math.Min(rows.Exact, group.Weight), group.Weight, 0m);
        var isSpread = _set.Policies.NotApplicable == NotApplicablePolicy.NormaliseWithinGroup && rows.Max != 0m && rows.HasRowWithoutMax;
        var max = isSpread ? group.Weight * _scale : rows.Max;
        var score = rounding.Round(Spread(sum, max, rows.Max));
        return new GroupPoints(score, Spread(rows.Exact, max, rows.Max), max, score - rounding.Round(sum));
    }

    private struct GroupSum
    {
        public decimal Exact { get; private set; }

        public decimal Rounded { get; private set; }

        public decimal Max { get; private set; }

        public bool HasRowWithoutMax { get; private set; }

        public void Add(RowPoints row)
        {
            Exact += row.Exact;
            Rounded += row.Rounded;
            Max += row.Max;
            HasRowWithoutMax |= row.Max == 0m;
        }
    }
}
