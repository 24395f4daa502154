using GreenFactory.Domain.Organisations;

namespace GreenFactory.Application.Seeding;

/// <summary>A rule set that ships with the product, in canonical form.</summary>
public sealed record ShippedRuleSet(string RuleSetId, string Version, string Title, OrganisationKind Kind, string Provenance, string Document, string ContentHash);

/// <summary>The rule sets that ship beside the program.</summary>
public static class ShippedRuleSets
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ShippedRuleSet> All() => [];
}
