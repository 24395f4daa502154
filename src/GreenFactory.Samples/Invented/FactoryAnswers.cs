using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Samples.Invented;

/// <summary>
/// What an invented factory answers. One number between 0 and 1, how far it has come, moves all quantities from the baseline towards the leading value, each with
/// some chance of its own, so that totals spread as those of a year do: most between 60 and 90, a few below and above.
/// </summary>
internal static class FactoryAnswers
{
    private static readonly (string Name, decimal Permitted)[] Wastewater = [("化学需氧量", 100m), ("氨氮", 15m)];
    private static readonly (string Name, decimal Permitted)[] Exhaust = [("颗粒物", 30m), ("氮氧化物", 150m)];

    /// <summary>The answers to the questions of a rule set made from the general one.</summary>
    public static Facts Of(RuleSet set, Chance chance)
    {
        var far = Far(chance);
        var output = chance.Between(8_000m, 90_000m, 0) * (chance.Holds(20) ? 4 : 1);
        var energy = decimal.Round(output * Toward(chance, far, 0.150m, 0.055m), 1);
        var water = decimal.Round(output * Toward(chance, far, 6.2m, 1.8m));
        var reuse = Toward(chance, far, 0.80m, 0.94m);
        var solid = chance.Between(120m, 6_000m, 1);
        var land = decimal.Round(output / Toward(chance, far, 0.35m, 0.95m), 0);
        var categories = chance.Between(1, 5);
        var facts = set.Gates.Aggregate(Facts.Empty, (now, gate) => now.WithGate(gate.Code, true))
            .With("output_value", Typed(output))
            .With("energy_limit_applies", "false")
            .With("energy_total", Typed(energy))
            .With("carbon_total", Typed(decimal.Round(output * Toward(chance, far, 0.45m, 0.17m), 1)))
            .With("renewable_energy", Typed(decimal.Round(energy * Toward(chance, far, 0m, 0.20m), 1)))
            .With("ems_functions", [.. Enumerable.Range(1, Math.Clamp((int)Toward(chance, far, 1m, 9.9m), 1, 12)).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture))])
            .With("material_case", Provided(chance, far))
            .With("recycled_case", Provided(chance, far))
            .With("water_quota_applies", "false")
            .With("water_intake", Typed(water))
            .With("water_reused", Typed(decimal.Round(water * reuse / (1 - reuse))))
            .With("solid_generated", Typed(solid))
            .With("solid_prior", "0")
            .With("solid_used", Typed(decimal.Round(solid * Math.Min(1, Toward(chance, far, 0.80m, 1.01m)), 1)))
            .With("advanced_techniques", Typed(decimal.Truncate(Toward(chance, far, 0m, 6.9m))))
            .With("green_projects", Typed(decimal.Truncate(Toward(chance, far, 0m, 10m))))
            .With("green_investment", Typed(decimal.Round(output * 3 * Toward(chance, far, 0m, 0.007m), 1)))
            .With("output_value_3y", Typed(decimal.Round(output * chance.Between(2.7m, 3.0m, 2))))
            .With("wastewater_involved", "true")
            .With("exhaust_involved", "true")
            .With("design_case", Provided(chance, far))
            .With("product_categories", Typed(categories))
            .With("footprint_categories", Typed(decimal.Truncate(Math.Min(1, Toward(chance, far, 0m, 1.2m)) * categories)))
            .With("efficiency_standard_applies", "false")
            .With("land_area", Typed(land))
            .With("structure_area", Typed(decimal.Round(land * Toward(chance, far, 0.28m, 0.55m))))
            .With("floor_area", Typed(decimal.Round(land * Toward(chance, far, 0.5m, 1.3m))));
        return facts
            .WithRows("wastewater_pollutants", Wastewater.Select(row => Pollutant(row, chance, far)))
            .WithRows("exhaust_pollutants", Exhaust.Select(row => Pollutant(row, chance, far)));
    }

    private static Dictionary<string, string> Pollutant((string Name, decimal Permitted) row, Chance chance, decimal far) => new()
    {
        ["pollutant"] = row.Name,
        ["average"] = Typed(decimal.Round(row.Permitted * (1 - Toward(chance, far, 0.05m, 0.55m)), 1)),
        ["permitted"] = Typed(row.Permitted),
    };

    private static string Provided(Chance chance, decimal far) => chance.Below(100) < far * 130 ? "provided" : "none";

    /// <summary>The sum of three even chances: many in the middle, few at the ends.</summary>
    private static decimal Far(Chance chance) => Math.Min(1, 0.22m + ((chance.Between(0m, 1m, 4) + chance.Between(0m, 1m, 4) + chance.Between(0m, 1m, 4)) / 3));

    private static decimal Toward(Chance chance, decimal far, decimal baseline, decimal leading) =>
        baseline + ((leading - baseline) * Math.Clamp(far + chance.Between(-0.22m, 0.22m, 3), 0, 1));

    private static string Typed(decimal quantity) => Chance.Typed(quantity);
}
