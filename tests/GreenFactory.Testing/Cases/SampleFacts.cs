using System.Text.Json;
using GreenFactory.Application.Seeding;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Testing.Cases;

/// <summary>Complete answers of invented factories.</summary>
public static class SampleFacts
{
    /// <summary>
    /// The cement works of the golden case of the general rule set, with clinker as its only product: 103 kgce/t, between
    /// 107 and 100 of GB 16780-2021, is 8 × 4 ÷ 7 = 4.57 points of energy intensity.
    /// </summary>
    public static Facts CementWorks { get; } = ClinkerOnly(ReadGolden("full-cement-factory.json"));

    /// <summary>The same works, with the cement mill's product too.</summary>
    public static Facts CementWorksWithTwoProducts { get; } = ReadGolden("full-cement-factory.json");

    private static Facts ReadGolden(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReferenceFiles.RulesFolder, "golden", "gbt36132-2025", file)));
        var reading = FactsJson.Read(document.RootElement.GetProperty("facts").GetRawText());
        return reading.Problems.Count == 0 ? reading.Facts : throw new InvalidDataException(reading.Problems[0].Message);
    }

    private static Facts ClinkerOnly(Facts facts) => facts with { Groups = facts.Groups.SetItem("energy_products", [.. facts.Groups["energy_products"].Take(1)]) };
}
