using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Simulation;

/// <summary>
/// Points and total of a rule set from the results of its leaves, without the sheet around them: the arithmetic of the score sheet,
/// prepared once for many submissions. That both agree to the last digit is a property of the tests.
/// </summary>
internal sealed class PointTally
{
    private readonly RuleSet _set;
    private readonly int[] _groups;
    private readonly decimal[] _most;
    private readonly decimal _weights;
    private readonly decimal _max;

    public PointTally(RuleSet set)
    {
        _set = set;
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < set.Groups.Count; i++)
            places.TryAdd(set.Groups[i].Code, i);
        _groups = [.. set.Indicators.Select(indicator => places.GetValueOrDefault(indicator.Group, -1))];
        _weights = set.Indicators.Where((_, i) => Counts(i)).Sum(indicator => indicator.Weight);
        _max = set.Policies.ScaleTo ?? _weights;
        _most = [.. set.Indicators.Select((indicator, i) => Scaled(i, indicator.Weight))];
    }

    /// <summary>Whether an indicator is part of the total: bonus points are not.</summary>
    public bool Counts(int indicator) => _groups[indicator] < 0 || !_set.Groups[_groups[indicator]].Bonus;

    /// <summary>Writes the rounded points of every indicator and returns the total.</summary>
    public decimal Count(LeafScore[] results, decimal[] points)
    {
        var sums = new GroupSum[_set.Groups.Count];
        var everyRowApplies = true;
        for (var i = 0; i < results.Length; i++)
        {
            var (exact, max) = Exact(i, results[i]);
            points[i] = _set.Policies.Rounding.Round(exact);
            everyRowApplies &= max != 0m;
            if (_groups[i] >= 0)
                sums[_groups[i]].Add(exact, points[i], max);
        }

        return Total(sums, everyRowApplies);
    }

    private (decimal Exact, decimal Max) Exact(int indicator, LeafScore result)
    {
        var weight = _set.Indicators[indicator].Weight;
        var notApplicable = result.State == ScoreState.NotApplicable;
        var fallback = notApplicable && _set.Policies.NotApplicable == NotApplicablePolicy.FullMarks ? weight : 0m;
        var spread = notApplicable && _set.Policies.NotApplicable is NotApplicablePolicy.NormaliseWithinGroup or NotApplicablePolicy.NormaliseWithinTotal;
        return (Scaled(indicator, result.State == ScoreState.Scored ? result.Points : fallback), spread ? 0m : _most[indicator]);
    }

    private decimal Scaled(int indicator, decimal points) => points == 0m ? 0m : Counts(indicator) ? points * _max / _weights : points;

    private decimal Total(GroupSum[] sums, bool everyRowApplies)
    {
        var rounding = _set.Policies.Rounding;
        var scale = _weights == 0m ? 1m : _max / _weights;
        var (sum, exact, applicable) = (0m, 0m, 0m);
        for (var g = 0; g < sums.Length; g++)
        {
            if (_set.Groups[g].Bonus)
                continue;
            var group = sums[g];
            var points = rounding.At == RoundingPlace.Indicator ? group.Rounded : group.Exact;
            var max = _set.Policies.NotApplicable == NotApplicablePolicy.NormaliseWithinGroup && group.Max != 0m && group.HasRowWithoutMax ? _set.Groups[g].Weight * scale : group.Max;
            sum += rounding.Round(SheetBuilder.Spread(points, max, group.Max));
            exact += SheetBuilder.Spread(group.Exact, max, group.Max);
            applicable += max;
        }

        return rounding.Round(SheetBuilder.Spread(rounding.At == RoundingPlace.Indicator ? sum : exact, _max, everyRowApplies ? _max : applicable));
    }

    private struct GroupSum
    {
        public decimal Exact { get; private set; }

        public decimal Rounded { get; private set; }

        public decimal Max { get; private set; }

        public bool HasRowWithoutMax { get; private set; }

        public void Add(decimal exact, decimal rounded, decimal max)
        {
            Exact += exact;
            Rounded += rounded;
            Max += max;
            HasRowWithoutMax |= max == 0m;
        }
    }
}
