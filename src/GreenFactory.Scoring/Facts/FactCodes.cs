using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring;

/// <summary>The codes that facts may name besides inputs: gates, indicators, those that a person grades, and those that choose among children. Prepared once for a rule set.</summary>
internal sealed class FactCodes(RuleSet set)
{
    public HashSet<string> Gates { get; } = set.Gates.Select(g => g.Code).ToHashSet(StringComparer.Ordinal);

    public HashSet<string> Indicators { get; } = set.Indicators.Select(i => i.Code).ToHashSet(StringComparer.Ordinal);

    public HashSet<string> Graded { get; } = set.Indicators.Where(i => HasGrade(i.Leaf)).Select(i => i.Code).ToHashSet(StringComparer.Ordinal);

    public HashSet<string> Choosing { get; } = set.Indicators.Where(i => Choices(i.Leaf).Any()).Select(i => i.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>The choices that a leaf makes among children.</summary>
    public static IEnumerable<ChooseLeaf> Choices(Leaf leaf) => leaf switch
    {
        ChooseLeaf choose => [choose],
        EitherLeaf either => either.Cases.SelectMany(c => Choices(c.Leaf)),
        _ => [],
    };

    private static bool HasGrade(Leaf leaf) => leaf switch
    {
        GradedLeaf => true,
        EitherLeaf either => either.Cases.Any(c => HasGrade(c.Leaf)),
        _ => false,
    };
}
