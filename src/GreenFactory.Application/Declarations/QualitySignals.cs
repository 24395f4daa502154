using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Evidence;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Application.Declarations;

/// <summary>Something about an indicator that deserves a look, in the same words for the applicant before signing and for the officer afterwards.</summary>
/// <param name="Title">What kind of thing it is.</param>
/// <param name="Detail">What was compared with what.</param>
public sealed record QualitySignal(string Title, string Detail);

/// <summary>Finds what deserves a look: warnings of the score sheet, answers that are unusual, justifications, evidence that may be short.</summary>
public static class QualitySignals
{
    /// <summary>The signals of one indicator.</summary>
    /// <param name="ruleSet">The rule set.</param>
    /// <param name="sheet">The score sheet.</param>
    /// <param name="indicator">The indicator's row of the sheet.</param>
    /// <param name="paths">Places of the answers that it reads.</param>
    /// <param name="justifications">What the applicant said to warnings, by the place of the answer.</param>
    /// <param name="files">Files of evidence given for it that are no hazard.</param>
    public static IReadOnlyList<QualitySignal> Of(
        CompiledRuleSet ruleSet, ScoreSheet sheet, IndicatorScore indicator, IReadOnlySet<string> paths, IReadOnlyDictionary<string, string> justifications, int files)
    {
        var wanted = indicator.State is ScoreState.NotApplicable ? 0 : ruleSet.RuleSet.Indicators.First(row => row.Code == indicator.Code).Evidence.Count;
        return
        [
            .. indicator.Warnings.Select(warning => new QualitySignal("计算提示", warning)),
            .. sheet.Problems.Where(problem => paths.Contains(problem.Path)).Select(problem => new QualitySignal("填报值需要核对", problem.Message)),
            .. justifications.Where(pair => paths.Contains(pair.Key)).Select(pair => new QualitySignal("企业已说明的提示", pair.Value)),
            .. justifications.TryGetValue(FormField.FilesOf(indicator.Code), out var excuse) ? [new QualitySignal("企业说明不能提供材料的原因", excuse)] : Array.Empty<QualitySignal>(),
            .. files < wanted ? [new QualitySignal("佐证材料可能不足", $"规则集要求 {wanted} 类材料，已提供 {files} 份")] : Array.Empty<QualitySignal>(),
        ];
    }

    /// <summary>The signals of a case as it stands, indicator by indicator; those without any are left out. Empty until the rule set is chosen.</summary>
    public static IReadOnlyList<(IndicatorScore Indicator, IReadOnlyList<QualitySignal> Signals)> Of(ApplicantCase work)
    {
        if (work is not { RuleSet: { } ruleSet, Facts: { } facts, Sheet: { } sheet })
        {
            return [];
        }

        var justifications = facts.Justifications(ruleSet.RuleSet, work.Typed);
        return [.. sheet.Indicators.Select(row => (row, SignalsOf(row))).Where(pair => pair.Item2.Count > 0)];

        IReadOnlyList<QualitySignal> SignalsOf(IndicatorScore row)
        {
            var paths = DeclaredAnswers.Of(ruleSet, facts.Facts, row.Code).Select(answer => answer.Path).ToHashSet(StringComparer.Ordinal);
            return Of(ruleSet, sheet, row, paths, justifications, work.EvidenceOf(row.Code).Count(file => file.Scan is not ScanState.Quarantined));
        }
    }
}
