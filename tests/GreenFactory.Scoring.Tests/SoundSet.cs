using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests;

/// <summary>The small rule set that has one leaf of every kind, whole or altered.</summary>
internal static class SoundSet
{
    public static readonly string Text = File.ReadAllText(Path.Combine(Shipped.TestFolder, "Checking", "sound.json"));

    public static RuleSet Read()
    {
        var reading = RuleSetReader.Read(Text);
        Assert.Empty(reading.Problems);
        return reading.RuleSet!;
    }

    public static CompiledRuleSet Compile(Func<RuleSet, RuleSet>? alter = null) => CompiledRuleSet.Compile(alter is null ? Read() : alter(Read()));

    /// <summary>The same set with another way of scoring one indicator.</summary>
    public static RuleSet WithLeaf(this RuleSet set, string indicator, Leaf leaf) =>
        set with { Indicators = [.. set.Indicators.Select(i => i.Code == indicator ? i with { Leaf = leaf } : i)] };

    public static IndicatorScore Row(this CompiledRuleSet set, string indicator, Facts facts) =>
        set.Evaluate(facts, new DateOnly(2026, 7, 24)).Indicators.Single(i => i.Code == indicator);
}
