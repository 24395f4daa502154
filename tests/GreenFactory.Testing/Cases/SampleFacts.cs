using System.Text.Json;
using GreenFactory.Application.Seeding;
using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Testing.Cases;

/// <summary>Complete answers of invented factories and parks.</summary>
public static class SampleFacts
{
    /// <summary>
    /// The cement works of the golden case of the general rule set, with clinker as its only product: 103 kgce/t, between
    /// 107 and 100 of GB 16780-2021, is 8 × 4 ÷ 7 = 4.57 points of energy intensity.
    /// </summary>
    public static Facts CementWorks { get; } = ClinkerOnly(ReadGolden("gbt36132-2025", "full-cement-factory.json"));

    /// <summary>The same works, with the cement mill's product too.</summary>
    public static Facts CementWorksWithTwoProducts { get; } = ReadGolden("gbt36132-2025", "full-cement-factory.json");

    /// <summary>The park of the golden case of the park rule set of 2026: 82.20 points.</summary>
    public static Facts Park { get; } = ParkGates.Aggregate(ReadGolden(ParkRuleSet, "full-park.json"), (facts, gate) => facts.WithGate(gate, true));

    /// <summary>The rule set that scores parks in the demonstration's campaign.</summary>
    public const string ParkRuleSet = "park-2026";

    /// <summary>Basic requirements and negative list of the park rule set; the golden case is about points and leaves them out.</summary>
    private static IEnumerable<string> ParkGates =>
        RuleSetReader.Read(new ShippedRuleSets().All().Single(set => set.Content.RuleSetId == ParkRuleSet).Content.Document).RuleSet!.Gates.Select(gate => gate.Code);

    private static Facts ReadGolden(string ruleSet, string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReferenceFiles.RulesFolder, "golden", ruleSet, file)));
        var reading = FactsJson.Read(document.RootElement.GetProperty("facts").GetRawText());
        return reading.Problems.Count == 0 ? reading.Facts : throw new InvalidDataException(reading.Problems[0].Message);
    }

    private static Facts ClinkerOnly(Facts facts) => facts with { Groups = facts.Groups.SetItem("energy_products", [.. facts.Groups["energy_products"].Take(1)]) };
}
