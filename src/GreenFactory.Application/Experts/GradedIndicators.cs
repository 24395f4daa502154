using GreenFactory.Application.RuleLibrary;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Experts;

/// <summary>The indicators of a rule set that a person grades.</summary>
internal static class GradedIndicators
{
    public static IReadOnlyList<Indicator> Of(ReplayedScore score) => [.. score.RuleSet.RuleSet.Indicators.Where(indicator => indicator.Leaf is GradedLeaf)];
}
