using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Application.Reviews;

/// <summary>What an officer's form about one indicator rests on. It travels with the form, so that a decision on something else than what was seen is noticed.</summary>
/// <param name="Verdict">Sequence of the verdict that stood; 0 for none.</param>
/// <param name="Answers">Short hash of the declared answers.</param>
public sealed record IndicatorStamp(int Verdict, string Answers)
{
    private const int HashLength = 16;

    /// <summary>What stands now.</summary>
    public static IndicatorStamp Of(CaseReview review, string indicator) => new(
        review.Verdicts.GetValueOrDefault(indicator)?.Verdict.Sequence ?? 0, HashOf(review.Declared.RuleSet, review.Declared.Facts, indicator));

    /// <summary>Reads a form's; one that was not written here is that of nothing.</summary>
    public static IndicatorStamp Read(string? text) =>
        (text ?? "").Split(':') is [var number, var answers] && int.TryParse(number, System.Globalization.CultureInfo.InvariantCulture, out var sequence) ? new(sequence, answers) : new(0, "");

    /// <inheritdoc/>
    public override string ToString() => string.Create(null, $"{Verdict}:{Answers}");

    private static string HashOf(CompiledRuleSet ruleSet, Facts facts, string indicator) => DeclaredAnswers.HashOf(ruleSet, facts, indicator)[..HashLength];
}
