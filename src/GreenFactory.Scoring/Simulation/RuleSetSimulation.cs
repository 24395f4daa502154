using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Simulation;

/// <summary>
/// Scores submissions by an old and a new rule set and lays every change to its cause, without traces and without scoring twice what did not
/// change. Compiled once, for any number of submissions; safe to share between threads.
/// </summary>
public sealed class RuleSetSimulation
{
    private readonly IReadOnlyList<SimulationStage> _stages;

    private RuleSetSimulation(IReadOnlyList<SimulationStage> stages) => _stages = stages;

    /// <summary>Prepares the simulation of two sets.</summary>
    /// <exception cref="InvalidRuleSetException">One of the two does not compile.</exception>
    public static RuleSetSimulation Between(RuleSet before, RuleSet after) => new(SimulationStage.Between(before, after));

    /// <summary>Scores one submission.</summary>
    public SimulatedOutcome Score(SimulatedSubmission submission)
    {
        var problems = new List<Problem>();
        var owner = _stages[0].Set;
        var context = owner.Bind(submission.Facts, submission.AsOf, problems, null);
        var refusedBefore = Errors(problems);
        var results = _stages[0].Score(submission.Facts, context, []);
        var first = _stages[0].Tally.Count(results);
        var points = first;
        var effects = new List<SimulatedEffect>();
        for (var s = 1; s < _stages.Count; s++)
        {
            var stage = _stages[s];
            if (stage.SharesAnswers)
            {
                context.Restart();
            }
            else
            {
                problems.Clear();
                owner.Release(context);
                owner = stage.Set;
                context = owner.Bind(submission.Facts, submission.AsOf, problems, null);
            }

            results = stage.Score(submission.Facts, context, results);
            var next = stage.Tally.Count(results);
            AddEffects(effects, stage, points, next);
            points = next;
        }

        owner.Release(context);
        return new SimulatedOutcome(submission, first.Total, points.Total, effects, refusedBefore, Errors(problems));
    }

    /// <summary>Scores many submissions on <paramref name="workers"/> threads, in the order given.</summary>
    public IReadOnlyList<SimulatedOutcome> ScoreAll(IReadOnlyList<SimulatedSubmission> submissions, int workers)
    {
        var outcomes = new SimulatedOutcome[submissions.Count];
        Parallel.For(0, outcomes.Length, new ParallelOptions { MaxDegreeOfParallelism = workers }, i => outcomes[i] = Score(submissions[i]));
        return outcomes;
    }

    private static void AddEffects(List<SimulatedEffect> effects, SimulationStage stage, SheetPoints before, SheetPoints here)
    {
        var rest = here.Total - before.Total;
        foreach (var (code, was, now) in stage.Rows)
        {
            var moved = (now >= 0 ? here.Rows[now].Rounded : 0m) - (was >= 0 ? before.Rows[was].Rounded : 0m);
            if (moved == 0m)
                continue;
            effects.Add(new SimulatedEffect(stage.Cause, code, moved));
            rest -= moved;
        }

        if (rest != 0m)
            effects.Add(new SimulatedEffect(stage.Cause, "", rest));
    }

    private static IReadOnlyList<Problem> Errors(List<Problem> problems) => problems.Exists(p => p.Severity == Severity.Error) ? [.. problems.Where(p => p.Severity == Severity.Error)] : [];
}
