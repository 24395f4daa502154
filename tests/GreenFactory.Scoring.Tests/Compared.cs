using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests;

/// <summary>Readings of the preference as if two administrators had compared values with their text.</summary>
internal static class Compared
{
    /// <summary>Every row that the set calls confirmed, or only those of one key.</summary>
    public static ConfirmedValues Values(CompiledRuleSet set, string? key = null) => new(
        from table in set.RuleSet.Parameters
        from row in table.Rows
        where key is null ? row.Confirmation is Confirmation.Confirmed : row.Key == key
        select new ConfirmedValue(ValueFingerprint.Of(table, row), "表1", "第 3 页", new string('a', 64), "2026-06-01T09:00:00+08:00"));

    /// <summary>The preference once they are confirmed.</summary>
    public static PreferenceReading? Read(this CompiledRuleSet set, Facts facts, DateOnly day) => set.Prefer(facts, day, Values(set));
}
