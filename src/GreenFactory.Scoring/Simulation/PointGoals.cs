using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Simulation;

/// <summary>
/// Finds how far one answer has to move for an indicator to earn more points, by asking the engine. Nothing is computed beside it, so what is named is
/// what the engine gives; an answer that would make the facts contradict themselves is no way to points.
/// </summary>
public static class PointGoals
{
    /// <summary>
    /// For every scored indicator the smallest change of one answer that brings its next whole point, or its last where less than one is missing. Indicators
    /// without such an answer are left out.
    /// </summary>
    public static IReadOnlyList<PointGoal> Next(CompiledRuleSet set, Facts facts, DateOnly asOf)
    {
        var search = new GoalSearch(set, facts, asOf);
        return [.. Improvable(search.Now).Select(row => search.Find(row.Code, Math.Min(row.Max, Math.Floor(row.Score) + 1m))).OfType<PointGoal>()];
    }

    /// <summary>For every scored indicator the smallest change of one answer that brings its full points, the largest gain first.</summary>
    public static IReadOnlyList<PointGoal> Full(CompiledRuleSet set, Facts facts, DateOnly asOf)
    {
        var search = new GoalSearch(set, facts, asOf);
        return
        [
            .. Improvable(search.Now).Select(row => search.Find(row.Code, row.Max)).OfType<PointGoal>()
                .OrderByDescending(goal => goal.Total).ThenBy(goal => goal.Indicator, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The changes that reach a total, the largest gains first, so that they are as few as can be where answers do not depend on one another; the last one goes
    /// no further than it must.
    /// </summary>
    public static ReachPlan Reach(CompiledRuleSet set, Facts facts, DateOnly asOf, decimal target)
    {
        var (changes, now, sheet) = (new List<PointGoal>(), facts, set.Evaluate(facts, asOf, explain: false));
        foreach (var goal in Full(set, facts, asOf))
        {
            if (sheet.Total >= target)
            {
                break;
            }

            var search = new GoalSearch(set, now, asOf);
            var row = sheet.Indicators.First(one => one.Code == goal.Indicator);
            var full = search.Find(goal.Indicator, row.Max);
            var enough = full?.Total >= target ? search.Find(goal.Indicator, Math.Min(row.Max, row.Score + target - sheet.Total)) : null;
            if ((enough?.Total >= target ? enough : full) is { } taken)
            {
                changes.Add(taken);
                now = taken.Place.Put(now, taken.To);
                sheet = set.Evaluate(now, asOf, explain: false);
            }
        }

        return new ReachPlan(changes, sheet.Total, sheet.Total >= target);
    }

    private static IEnumerable<IndicatorScore> Improvable(ScoreSheet sheet) => sheet.Indicators.Where(row => row.State is ScoreState.Scored && row.Score < row.Max);
}
