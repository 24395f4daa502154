using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Seeding;

/// <summary>A rule set that ships with the product, in canonical form.</summary>
public sealed record ShippedRuleSet(string RuleSetId, string Version, string Title, OrganisationKind Kind, string Provenance, string Document, string ContentHash);

/// <summary>The rule sets that ship beside the program.</summary>
public static class ShippedRuleSets
{
    /// <summary>All of them.</summary>
    /// <exception cref="InvalidDataException">A shipped file is not a valid rule set; the message names file and place.</exception>
    public static IReadOnlyList<ShippedRuleSet> All() =>
        [.. Directory.EnumerateFiles(ReferenceFiles.RulesFolder, "*.json").Order(StringComparer.Ordinal).Select(Read)];

    private static ShippedRuleSet Read(string path)
    {
        var reading = RuleSetReader.Read(File.ReadAllText(path));
        if (!reading.IsValid)
        {
            var problem = reading.Problems[0];
            throw new InvalidDataException($"{path}:{problem.Line}: {problem.Path} {problem.Code} {problem.Message}");
        }

        var set = reading.RuleSet!;
        return new ShippedRuleSet(
            set.Id,
            set.Version,
            set.Title,
            set.Kind is RuleSetKind.Park ? OrganisationKind.Park : OrganisationKind.Factory,
            set.Provenance.ToString().ToLowerInvariant(),
            RuleSetWriter.WriteCanonical(set),
            RuleSetWriter.ContentHash(set));
    }
}
