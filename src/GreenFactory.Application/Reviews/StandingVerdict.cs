using GreenFactory.Domain.Reviews;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Application.Reviews;

/// <summary>The latest verdict on an indicator.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Outdated">True when the applicant has changed an answer since; the indicator must be ruled again.</param>
public sealed record StandingVerdict(IndicatorVerdict Verdict, bool Outdated)
{
    /// <summary>Whether the indicator counts as ruled: decided, and on the present answers.</summary>
    public bool IsRuled => !Outdated && Verdict.Kind is not VerdictKind.Question;

    /// <summary>The latest verdict of each indicator, by its code.</summary>
    public static IReadOnlyDictionary<string, StandingVerdict> Of(CompiledRuleSet ruleSet, Facts declared, IEnumerable<IndicatorVerdict> verdicts) =>
        verdicts.GroupBy(verdict => verdict.IndicatorCode).ToDictionary(
            group => group.Key,
            group =>
            {
                var last = group.MaxBy(verdict => verdict.Sequence)!;
                return new StandingVerdict(last, last.AnswersHash != DeclaredAnswers.HashOf(ruleSet, declared, last.IndicatorCode));
            });
}
