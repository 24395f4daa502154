using System.Globalization;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Scoring.Tests.Simulation;

/// <summary>What is named as enough for a point is enough by the engine, and nothing nearer is.</summary>
public sealed class PointGoalsTests
{
    private static readonly CompiledRuleSet General = Shipped.Compile("gbt36132-2025");

    [Fact]
    public void The_value_named_for_the_next_point_scores_exactly_that_and_the_step_before_it_does_not()
    {
        var named = 0;
        foreach (var submission in YearOfSubmissions.Of(Effort.Of(40), seed: 11))
        {
            var (facts, day) = (submission.Facts, submission.AsOf);
            var now = General.Evaluate(facts, day, explain: false);
            foreach (var goal in PointGoals.Next(General, facts, day))
            {
                named++;
                var before = now.Indicators.First(row => row.Code == goal.Indicator);
                var sheet = General.Evaluate(goal.Place.Put(facts, goal.To), day, explain: false);
                var after = sheet.Indicators.First(row => row.Code == goal.Indicator);
                Assert.Equal(after.Score, goal.Score);
                Assert.Equal(after.Value, goal.Value);
                Assert.Equal(sheet.Total, goal.Total);
                Assert.True(after.Score >= Math.Min(before.Max, Math.Floor(before.Score) + 1m), $"{goal.Indicator}: {after.Score} from {before.Score}");
                Assert.True(goal.Total > now.Total);
                if (Nearer(goal) is { } nearer)
                {
                    var less = General.Evaluate(goal.Place.Put(facts, Answer.Of(nearer)), day, explain: false).Indicators.First(row => row.Code == goal.Indicator);
                    Assert.True(less.Score < Math.Min(before.Max, Math.Floor(before.Score) + 1m), $"{goal.Indicator}: {nearer} is enough already, {goal.To.Text} was named");
                }
            }
        }

        Assert.True(named > 5, $"{named} goals");
    }

    [Fact]
    public void Eighty_is_reached_by_changes_of_which_none_can_be_left_out_and_what_cannot_be_reached_says_so()
    {
        var reached = 0;
        foreach (var submission in YearOfSubmissions.Of(8, seed: 5))
        {
            var (facts, day) = (submission.Facts, submission.AsOf);
            var plan = PointGoals.Reach(General, facts, day, 80m);
            var changed = plan.Changes.Aggregate(facts, (so, goal) => goal.Place.Put(so, goal.To));
            Assert.Equal(General.Evaluate(changed, day, explain: false).Total, plan.Total);
            Assert.Equal(plan.IsReached, plan.Total >= 80m);
            if (plan is { IsReached: true, Changes.Count: > 0 })
            {
                reached++;
                Assert.True(plan.Changes.Count == 1 || plan.Changes[^2].Total < 80m);
            }
        }

        Assert.True(reached > 0, $"{reached} reached");
        Assert.Empty(PointGoals.Reach(General, YearOfSubmissions.Of(1)[0].Facts, YearOfSubmissions.Of(1)[0].AsOf, 0m).Changes);
        Assert.False(PointGoals.Reach(General, YearOfSubmissions.Of(1)[0].Facts, YearOfSubmissions.Of(1)[0].AsOf, 101m).IsReached);
    }

    /// <summary>The number one unit of its last digit nearer to what was answered; null for anything but numbers.</summary>
    private static string? Nearer(PointGoal goal)
    {
        if (goal.From is null || !TypedText.TryReadNumber(goal.From.Text, out var from, out _) || !TypedText.TryReadNumber(goal.To.Text, out var to, out _) || goal.To.Parts.Length != 1)
        {
            return null;
        }

        // The search goes by the sixth digit of what was answered, and by one where whole things are counted.
        var isCounted = General.RuleSet.Inputs.Any(input => input.Code == goal.Place.Input && input.Unit is "项") && decimal.IsInteger(from);
        var step = 1m;
        while (!isCounted && step > 0.000001m && (Math.Abs(from) < 100_000m * step || from % step != 0m))
        {
            step /= 10m;
        }

        return (to > from ? to - step : to + step).ToString(CultureInfo.InvariantCulture);
    }
}
