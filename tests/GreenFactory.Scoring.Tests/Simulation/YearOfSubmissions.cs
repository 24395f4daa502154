using System.Globalization;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Scoring.Tests.Simulation;

/// <summary>Invented submissions of a year and changes to the general rule set.</summary>
internal static class YearOfSubmissions
{
    public static readonly RuleSet General = Shipped.Read("gbt36132-2025");

    private static readonly GoldenCase Factory = GoldenCase.Read(
        File.ReadAllText(Path.Combine(Shipped.Folder, "golden", "gbt36132-2025", "full-cement-factory.json"))).Case!;

    private static readonly string[] Industries = ["3011", "3021", "3252"];

    /// <summary>So many factories that differ in size, efficiency and completeness.</summary>
    public static IReadOnlyList<SimulatedSubmission> Of(int count, int seed = 1) => [.. Enumerable.Range(0, count).Select(i => One(i, seed))];

    private static SimulatedSubmission One(int number, int seed)
    {
        var step = (number * 37L) + (seed * 101L);
        var facts = Factory.Facts;
        foreach (var (code, spread) in (ReadOnlySpan<(string, int)>)[("energy_total", 190), ("carbon_total", 170), ("renewable_energy", 300), ("water_reused", 80), ("solid_used", 50), ("green_investment", 400), ("structure_area", 60)])
        {
            step = ((step * 7919) + 104729) % 1_000_003;
            var typed = decimal.Parse(Factory.Facts.Inputs[code].Text, CultureInfo.InvariantCulture);
            facts = facts.With(code, (typed * (40 + (step % spread)) / 100m).ToString(CultureInfo.InvariantCulture));
        }

        facts = (step % 11) switch
        {
            0 => facts with { Inputs = facts.Inputs.Remove("land_area") },
            1 => facts with { NotApplicable = facts.NotApplicable.SetItem("solid_waste_use", "不产生一般固体废物") },
            2 => facts.With("output_value", "不详"),
            3 => facts.With("water_quota_applies", "false").With("energy_limit_applies", "false"),
            _ => facts,
        };
        return new SimulatedSubmission($"案-{number:D5}", facts, Factory.AsOf)
        {
            Industry = Industries[number % Industries.Length],
            District = $"第{number % 5}区",
            SubmittedAt = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(step % 50),
        };
    }

    public static RuleSet Parameter(RuleSet set) => set with
    {
        Parameters = [.. set.Parameters.Select(t => t.Code != "targets" ? t : t with
        {
            Rows = [.. t.Rows.Select(r => r.Key is not ("carbon_per_value" or "water_reuse") ? r : r with { Values = r.Values.ToDictionary(v => v.Key, v => v.Value * 1.05m) })],
        })],
    };

    public static RuleSet Formula(RuleSet set) => set with
    {
        Indicators = [.. set.Indicators.Where(i => i.Code != "plot_ratio").Select(i => i is { Code: "solid_waste_use", Leaf: LinearLeaf leaf } ? i with { Leaf = leaf with { Value = "solid_used / solid_generated / 2" } } : i)],
    };

    public static RuleSet Weight(RuleSet set) => set with
    {
        Indicators = [.. set.Indicators.Select(i => i.Code switch { "energy_intensity" => i with { Weight = 10m }, "ems_functions_count" => i with { Weight = 4m }, _ => i })],
    };

    public static RuleSet Policy(RuleSet set, NotApplicablePolicy policy, int places, RoundingPlace at) =>
        set with { Policies = set.Policies with { NotApplicable = policy, Rounding = set.Policies.Rounding with { Places = places, At = at }, ScaleTo = places == 3 ? 120m : null } };

    /// <summary>Another input that decides about points, so that the answers must be bound anew.</summary>
    public static RuleSet Inputs(RuleSet set) => set with
    {
        Inputs = [.. set.Inputs.Select(i => i.Code == "land_area" ? i with { Max = 100_000m } : i)],
    };
}
