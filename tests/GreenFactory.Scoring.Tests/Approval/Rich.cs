using System.Text.Json.Nodes;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Approval;

/// <summary>The sound set with definitions, cautions, a date and more products, whole or altered.</summary>
internal static class Rich
{
    public static readonly string Text = Documents.Alter(SoundSet.Text, JsonNode.Parse(File.ReadAllText(Path.Combine(Shipped.TestFolder, "Approval", "rich.json")))!.AsObject());

    public static RuleSet Set() => Altered([]);

    public static RuleSet Altered(JsonObject entry)
    {
        var reading = RuleSetReader.Read(Documents.Alter(Text, entry));
        Assert.Empty(reading.Problems);
        return reading.RuleSet!;
    }
}
