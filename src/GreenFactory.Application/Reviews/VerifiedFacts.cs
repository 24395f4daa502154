using GreenFactory.Domain.Reviews;
using GreenFactory.Scoring;

namespace GreenFactory.Application.Reviews;

/// <summary>The facts the district stands for: the declared ones, with its corrections and its rulings that an indicator does not apply.</summary>
public static class VerifiedFacts
{
    /// <summary>Applies the verdicts in force to the declared facts, in the order in which they were given.</summary>
    public static Facts Of(Facts declared, IEnumerable<StandingVerdict> verdicts)
    {
        var facts = declared;
        foreach (var verdict in verdicts.Where(standing => !standing.Outdated).Select(standing => standing.Verdict).OrderBy(verdict => verdict.RuledAt).ThenBy(verdict => verdict.Id.Value))
        {
            facts = verdict.Kind switch
            {
                VerdictKind.Correct => Correction.Read(verdict.CorrectedInputs).Aggregate(facts, (now, correction) => correction.ApplyTo(now)),
                VerdictKind.NotApplicable => facts with { NotApplicable = facts.NotApplicable.SetItem(verdict.IndicatorCode, verdict.Reason) },
                _ => facts,
            };
        }

        return facts;
    }
}
