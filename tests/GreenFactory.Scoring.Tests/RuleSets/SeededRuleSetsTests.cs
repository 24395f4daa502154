using GreenFactory.Application.Seeding;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.RuleSets;

public sealed class SeededRuleSetsTests
{
    [Fact]
    public void A_new_portal_gets_every_shipped_set_flattened_and_offers_only_those_in_force()
    {
        var seeded = new ShippedRuleSets().All();

        Assert.Equal(Shipped.Files.Select(Shipped.IdOf).Order(StringComparer.Ordinal), seeded.Select(s => s.Content.RuleSetId).Order(StringComparer.Ordinal));
        Assert.All(seeded, s => Assert.Equal(s.Content.ContentHash, RuleSetWriter.ContentHash(RuleSetReader.Read(s.Content.Document).RuleSet!)));
        Assert.Equal(["gbt36132-2018", "park-legacy-2016"], seeded.Where(s => !s.IsInForceOn(new DateOnly(2026, 6, 1))).Select(s => s.Content.RuleSetId).Order(StringComparer.Ordinal));
    }
}
