using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Assessments;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Experts;

/// <summary>Points that an expert may give to an indicator that is scored by an option, with what they stand for.</summary>
public sealed record OptionChoice(string Option, decimal Points, string Label);

/// <summary>The indicators of a case that experts mark.</summary>
public static class ExpertItems
{
    /// <summary>
    /// Those that wait for a person's points as the district has verified the case, and, where the campaign's rule says so, those that are scored by an option. What is not
    /// applicable, or scored by another branch, is not asked.
    /// </summary>
    public static IReadOnlyList<Indicator> Of(ReplayedScore verified, AssessmentRule rule)
    {
        var states = verified.Sheet.Indicators.ToDictionary(row => row.Code, row => row.State);
        return [.. verified.RuleSet.RuleSet.Indicators.Where(indicator => states[indicator.Code] is ScoreState.AwaitingGrade
            || (rule.JudgesOptions && indicator.Leaf is OptionsLeaf && states[indicator.Code] is (ScoreState.Scored or ScoreState.Missing)))];
    }

    /// <summary>The points that can be given to an indicator, the highest first; empty where any number of points up to its weight can.</summary>
    public static IReadOnlyList<OptionChoice> Choices(RuleSet ruleSet, Indicator indicator) => indicator.Leaf is not OptionsLeaf options
        ? []
        : [.. options.Points.OrderByDescending(row => row.Points).Select(row => new OptionChoice(
            row.Option, row.Points, ruleSet.Inputs.FirstOrDefault(input => input.Code == options.Input)?.Options.FirstOrDefault(option => option.Code == row.Option)?.Label ?? row.Option))];
}
