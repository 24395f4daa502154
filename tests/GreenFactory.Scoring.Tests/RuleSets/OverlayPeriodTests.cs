using System.Text.Json.Nodes;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.RuleSets;

/// <summary>When an overlay is in force: as its parent, unless it says so itself; an overlay with a beginning of its own does not end with its parent.</summary>
public sealed class OverlayPeriodTests
{
    private static readonly RuleSet Parent = SoundSet.Read() with { EffectiveFrom = new DateOnly(2026, 1, 1), EffectiveTo = new DateOnly(2026, 12, 31) };

    [Theory]
    [InlineData(null, null, "2026-01-01", "2026-12-31")]
    [InlineData("2027-02-03", null, "2027-02-03", null)]
    [InlineData(null, "2026-05-06", "2026-01-01", "2026-05-06")]
    [InlineData("2026-04-05", "2026-05-06", "2026-04-05", "2026-05-06")]
    public void An_overlay_is_in_force_as_it_says_and_otherwise_as_its_parent(string? from, string? to, string effectiveFrom, string? effectiveTo)
    {
        var overlay = new JsonObject
        {
            ["format"] = RuleSetOverlayReader.Format,
            ["extends"] = new JsonObject { ["id"] = Parent.Id, ["version"] = Parent.Version, ["hash"] = RuleSetWriter.ContentHash(Parent) },
            ["id"] = "overlaid",
            ["version"] = "2.0.0",
            ["title"] = "改过的规则集",
            ["provenance"] = "derived",
            ["provenanceNote"] = "测试",
        };
        if (from is not null)
            overlay["effectiveFrom"] = from;
        if (to is not null)
            overlay["effectiveTo"] = to;

        var reading = new RuleSetShelf(id => id == Parent.Id ? RuleSetWriter.WriteCanonical(Parent) : null).Read(overlay.ToJsonString());

        Assert.Empty(reading.Problems);
        Assert.Equal((effectiveFrom, effectiveTo), ($"{reading.RuleSet!.EffectiveFrom:yyyy-MM-dd}", reading.RuleSet.EffectiveTo?.ToString("yyyy-MM-dd", null)));
    }
}
