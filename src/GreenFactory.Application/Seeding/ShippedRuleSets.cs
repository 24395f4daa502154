using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Seeding;

/// <summary>A rule set that ships with the product, in canonical form with its golden cases.</summary>
/// <param name="Content">What the library stores of it.</param>
/// <param name="EffectiveFrom">First day on which the set may be used.</param>
/// <param name="EffectiveTo">Last day on which the set may be used.</param>
public sealed record ShippedRuleSet(RuleSetContent Content, DateOnly? EffectiveFrom, DateOnly? EffectiveTo)
{
    /// <summary>Whether the set may be used on a day.</summary>
    public bool IsInForceOn(DateOnly day) => (EffectiveFrom is null || EffectiveFrom <= day) && (EffectiveTo is null || day <= EffectiveTo);
}

/// <summary>The rule sets that ship beside the program.</summary>
public static class ShippedRuleSets
{
    /// <summary>All of them: the sets of the rules folder and the industry sets, each flattened onto the set it extends.</summary>
    /// <exception cref="InvalidDataException">A shipped file is not a valid rule set; the message names file and place.</exception>
    public static IReadOnlyList<ShippedRuleSet> All()
    {
        var industry = Path.Combine(ReferenceFiles.RulesFolder, "industry");
        var shelf = new RuleSetShelf(id => File.ReadAllText(Path.Combine(ReferenceFiles.RulesFolder, $"{id}.json")));
        return [.. Files(ReferenceFiles.RulesFolder).Concat(Files(industry)).Select(path => Read(shelf, path))];
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal);

    private static ShippedRuleSet Read(RuleSetShelf shelf, string path)
    {
        var reading = shelf.Read(File.ReadAllText(path));
        if (!reading.IsValid)
        {
            var problem = reading.Problems[0];
            throw new InvalidDataException($"{path}:{problem.Line}: {problem.Path} {problem.Code} {problem.Message}");
        }

        var set = reading.RuleSet!;
        return new ShippedRuleSet(RuleSetDocuments.ContentOf(set, GoldenCasesOf(set.Id)), set.EffectiveFrom, set.EffectiveTo);
    }

    private static string GoldenCasesOf(string id)
    {
        var folder = Path.Combine(ReferenceFiles.RulesFolder, "golden", id);
        return GoldenCaseFile.Write(Directory.Exists(folder) ? Files(folder).Select(File.ReadAllText) : []);
    }
}
