using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Benchmarks;

/// <summary>One row of the handwritten sheet; no points where the indicator does not apply.</summary>
internal readonly record struct HandwrittenRow(string Code, decimal Weight, decimal? Exact);

/// <summary>
/// The formulas of the general rule set as somebody would write them by hand in C# for this one set: the same typed answers in, the same points
/// out, without traces, messages, plausibility, checks of units or of answers that belong to nothing.
/// </summary>
internal sealed class HandwrittenGeneralSet
{
    private readonly Dictionary<string, (decimal Leading, decimal Baseline)> _targets;
    private readonly Dictionary<string, (decimal Leading, decimal Baseline)> _energy;
    private readonly Dictionary<string, (decimal Leading, decimal Baseline)> _water;

    public HandwrittenGeneralSet(RuleSet set)
    {
        _targets = Table(set, "targets", "leading", "baseline");
        _energy = Table(set, "energy_limit", "level1", "level2");
        _water = Table(set, "water_quota", "advanced", "general");
    }

    public decimal Total(Facts facts, HandwrittenRow[] rows)
    {
        var (output, energy) = (Number(facts, "output_value"), Number(facts, "energy_total"));
        rows[0] = new("energy_intensity", 8m, Flag(facts, "energy_limit_applies")
            ? Products(facts, "energy_products", _energy, "energy", 1000m, 8m)
            : Less(8m, energy * 1000m / output, _targets["energy_per_value"]));
        rows[1] = new("carbon_intensity", 8m, Less(8m, Number(facts, "carbon_total") * 1000m / output, _targets["carbon_per_value"]));
        rows[2] = new("renewable_share", 8m, More(8m, Number(facts, "renewable_energy") / energy * 100m, _targets[energy >= 10000m ? "renewable_10000" : energy >= 5000m ? "renewable_5000" : energy >= 3000m ? "renewable_3000" : "renewable_0"]));
        rows[3] = new("ems_functions_count", 6m, More(6m, facts.Inputs["ems_functions"].Parts.Length, (8m, 0m)));
        rows[4] = new("material_saving", 4m, Provided(facts, "material_case", 4m));
        rows[5] = new("material_recycled", 4m, Provided(facts, "recycled_case", 4m));
        var (intake, reused) = (Number(facts, "water_intake"), Number(facts, "water_reused"));
        rows[6] = new("water_intensity", 8m, Flag(facts, "water_quota_applies") ? Products(facts, "water_products", _water, "intake", 1m, 8m) : Less(8m, intake / output, _targets["water_per_value"]));
        rows[7] = new("water_reuse", 8m, More(8m, reused / (intake + reused) * 100m, _targets["water_reuse"]));
        rows[8] = new("solid_waste_use", 6m, More(6m, Number(facts, "solid_used") / (Number(facts, "solid_generated") + Number(facts, "solid_prior")) * 100m, _targets["solid_waste_use"]));
        rows[9] = new("advanced_equipment", 6m, More(6m, Number(facts, "advanced_techniques"), _targets["advanced_equipment"]));
        rows[10] = new("green_project_count", 2m, More(2m, Number(facts, "green_projects") / 3m, _targets["green_project_count"]));
        rows[11] = new("green_investment_share", 2m, More(2m, Number(facts, "green_investment") / Number(facts, "output_value_3y") * 100m, _targets["green_investment_share"]));
        rows[12] = new("wastewater_margin", 3m, Flag(facts, "wastewater_involved") ? More(3m, Margin(facts, "wastewater_pollutants"), _targets["wastewater_margin"]) : null);
        rows[13] = new("exhaust_margin", 3m, Flag(facts, "exhaust_involved") ? More(3m, Margin(facts, "exhaust_pollutants"), _targets["exhaust_margin"]) : null);
        rows[14] = new("green_design", 6m, Provided(facts, "design_case", 6m));
        rows[15] = new("carbon_footprint", 6m, More(6m, Number(facts, "footprint_categories") / Number(facts, "product_categories") * 100m, _targets["carbon_footprint"]));
        rows[16] = new("efficient_products", 4m, Flag(facts, "efficiency_standard_applies") ? More(4m, Number(facts, "efficient_output") / Number(facts, "covered_output") * 100m, _targets["efficient_products"]) : null);
        var land = Number(facts, "land_area");
        rows[17] = new("land_output", 4m, More(4m, output / land, _targets["land_output"]));
        rows[18] = new("building_density", 2m, More(2m, Number(facts, "structure_area") / land * 100m, _targets["building_density"]));
        rows[19] = new("plot_ratio", 2m, More(2m, Number(facts, "floor_area") / land, _targets["plot_ratio"]));
        return Total(rows);
    }

    public static decimal Total(ReadOnlySpan<HandwrittenRow> rows)
    {
        var (sum, applicable, all) = (0m, 0m, 0m);
        foreach (var row in rows)
        {
            all += row.Weight;
            if (row.Exact is not { } exact)
                continue;
            sum += decimal.Round(exact, 2, MidpointRounding.AwayFromZero);
            applicable += row.Weight;
        }

        return applicable == all ? sum : decimal.Round(sum * all / applicable, 2, MidpointRounding.AwayFromZero);
    }

    public static decimal More(decimal weight, decimal x, (decimal Leading, decimal Baseline) at) =>
        x >= at.Leading ? weight : x <= at.Baseline ? 0m : weight * (x - at.Baseline) / (at.Leading - at.Baseline);

    public static decimal Less(decimal weight, decimal x, (decimal Leading, decimal Baseline) at) =>
        x <= at.Leading ? weight : x >= at.Baseline ? 0m : weight * (x - at.Baseline) / (at.Leading - at.Baseline);

    public static decimal Number(string typed) => TypedText.TryReadNumber(typed, out var number, out var complaint) ? number : throw new FormatException(complaint);

    public static Dictionary<string, (decimal Leading, decimal Baseline)> Table(RuleSet set, string table, string leading, string baseline) => set.Parameters.Single(t => t.Code == table).Rows
        .Where(row => row.Values.GetValueOrDefault(leading) is not null && row.Values.GetValueOrDefault(baseline) is not null)
        .DistinctBy(row => row.Key).ToDictionary(row => row.Key, row => (row.Values[leading]!.Value, row.Values[baseline]!.Value), StringComparer.Ordinal);

    private static decimal Products(Facts facts, string group, Dictionary<string, (decimal Leading, decimal Baseline)> limits, string amount, decimal unit, decimal weight)
    {
        var (sum, total) = (0m, 0m);
        foreach (var row in facts.Groups[group])
        {
            var used = Number(row[amount].Text);
            sum += used * Less(weight, used * unit / Number(row["output"].Text), limits[row["product"].Text]);
            total += used;
        }

        return sum / total;
    }

    private static decimal Margin(Facts facts, string group)
    {
        var least = decimal.MaxValue;
        foreach (var row in facts.Groups[group])
            least = Math.Min(least, 1m - (Number(row["average"].Text) / Number(row["permitted"].Text)));
        return least * 100m;
    }

    private static decimal Number(Facts facts, string code) => Number(facts.Inputs[code].Text);

    private static bool Flag(Facts facts, string code) => TypedText.TryReadBoolean(facts.Inputs[code].Text, out var flag) && flag;

    private static decimal Provided(Facts facts, string code, decimal points) => facts.Inputs[code].Text == "provided" ? points : 0m;
}
