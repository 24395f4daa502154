using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Samples.Invented;

/// <summary>What an invented factory answers where every question is whether a clause is met.</summary>
internal static class ClauseAnswers
{
    private static readonly int[] Met = [70, 80, 88, 93];

    /// <summary>The answers: what is asked of everybody is met, the rest by most.</summary>
    public static Facts Of(RuleSet set, Chance chance)
    {
        var met = chance.Pick(Met);
        var facts = set.Gates.Aggregate(Facts.Empty, (now, gate) => now.WithGate(gate.Code, true));
        return set.Inputs.Aggregate(facts, (now, input) => now.With(input.Code, chance.Holds(met) ? "true" : "false"));
    }
}
