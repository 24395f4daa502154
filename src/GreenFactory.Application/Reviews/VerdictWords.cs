using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Reviews;

namespace GreenFactory.Application.Reviews;

/// <summary>What a verdict says. The officer's own words are stored; the sentence around them is made when it is read.</summary>
public static class VerdictWords
{
    /// <summary>The reason; before that of a correction, what was changed into what. Empty for an answer accepted without words.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="score">The score it was given on, whose rule set asks the questions; null leaves what was changed out.</param>
    public static string Of(IndicatorVerdict verdict, ReplayedScore? score) => verdict.Kind is VerdictKind.Correct && score is not null
        ? $"该指标值由 {string.Join("，", Correction.Read(verdict.CorrectedInputs).Select(correction => correction.InWords(score.RuleSet.RuleSet, score.Score.AsOf)))}，理由是：{verdict.Reason}"
        : verdict.Reason;
}
