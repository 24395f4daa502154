using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Samples.Invented;

/// <summary>What an invented park answers.</summary>
internal static class ParkAnswers
{
    private static readonly string[] YesOrNo = ["sewage_plant", "standard_system", "green_plan", "info_platform", "microgrid_renewables", "microgrid_storage", "microgrid_control"];

    private static readonly (string Code, decimal Low, decimal High, int Decimals)[] Quantities =
    [
        ("value_added", 400_000m, 1_400_000m, 0), ("total_output", 2_000_000m, 4_500_000m, 0), ("park_energy", 300_000m, 520_000m, 0), ("park_renewable", 9_000m, 60_000m, 0),
        ("final_energy", 220_000m, 300_000m, 0), ("clean_energy", 120_000m, 210_000m, 0), ("fresh_water", 5_000_000m, 9_000_000m, 0), ("industrial_land", 6m, 14m, 2),
        ("park_solid_generated", 80_000m, 130_000m, 0), ("park_solid_used", 62_000m, 79_000m, 0), ("reused_water", 38_000_000m, 70_000_000m, 0), ("sewage_treated", 4_500_000m, 5_600_000m, 0),
        ("reclaimed_water", 500_000m, 1_600_000m, 0), ("waste_heat_rate", 30m, 70m, 1), ("green_industrial_buildings", 8m, 40m, 0), ("bus_coverage", 70m, 100m, 0),
        ("hightech_output", 400_000m, 1_500_000m, 0), ("green_value_added", 90_000m, 300_000m, 0), ("workers", 21_000m, 60_000m, 0), ("solid_disposed_rate", 94m, 100m, 1),
        ("carbon_cut", 1m, 5m, 1), ("park_wastewater", 3_000_000m, 4_500_000m, 0), ("pollutant_elasticity", 0.1m, 0.6m, 2), ("good_air", 80m, 95m, 0), ("green_cover", 20m, 38m, 0),
        ("park_carbon", 700_000m, 1_500_000m, 0),
    ];

    /// <summary>The answers to the questions of the park rule set.</summary>
    public static Facts Of(RuleSet set, Chance chance)
    {
        var facts = set.Gates.Aggregate(Facts.Empty, (now, gate) => now.WithGate(gate.Code, true)).With("park_solid_prior", "0");
        facts = Quantities.Aggregate(facts, (now, row) => now.With(row.Code, Chance.Typed(chance.Between(row.Low, row.High, row.Decimals))));
        return YesOrNo.Aggregate(facts, (now, code) => now.With(code, chance.Holds(75) ? "true" : "false"));
    }
}
