using System.Text.RegularExpressions;
using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;
using NCalc;

namespace GreenFactory.Benchmarks;

/// <summary>
/// The same formulas as texts of an expression library, parsed once, with decimals. It has neither units nor the four states of a value nor rows:
/// which case applies, the loop over products and the interpolation are written in C# around it, in its favour.
/// </summary>
internal sealed class NCalcGeneralSet
{
    private static readonly string[] Inputs =
    [
        "output_value", "energy_total", "carbon_total", "renewable_energy", "water_intake", "water_reused", "solid_generated", "solid_prior", "solid_used", "advanced_techniques", "green_projects",
        "green_investment", "output_value_3y", "product_categories", "footprint_categories", "land_area", "structure_area", "floor_area",
    ];

    private static readonly (string Code, decimal Weight, bool More, string Target, string Formula)[] Formulas =
    [
        ("carbon_intensity", 8m, false, "carbon_per_value", "carbon_total * 1000 / output_value"),
        ("renewable_share", 8m, true, "renewable_10000", "renewable_energy / energy_total * 100"),
        ("water_reuse", 8m, true, "water_reuse", "water_reused / (water_intake + water_reused) * 100"),
        ("solid_waste_use", 6m, true, "solid_waste_use", "solid_used / (solid_generated + solid_prior) * 100"),
        ("advanced_equipment", 6m, true, "advanced_equipment", "advanced_techniques"),
        ("green_project_count", 2m, true, "green_project_count", "green_projects / 3"),
        ("green_investment_share", 2m, true, "green_investment_share", "green_investment / output_value_3y * 100"),
        ("carbon_footprint", 6m, true, "carbon_footprint", "footprint_categories / product_categories * 100"),
        ("land_output", 4m, true, "land_output", "output_value / land_area"),
        ("building_density", 2m, true, "building_density", "structure_area / land_area * 100"),
        ("plot_ratio", 2m, true, "plot_ratio", "floor_area / land_area"),
    ];

    private readonly Dictionary<string, (decimal Leading, decimal Baseline)> _targets;
    private readonly Dictionary<string, (decimal Leading, decimal Baseline)> _energy;
    private readonly Dictionary<string, (decimal Leading, decimal Baseline)> _water;
    private readonly Dictionary<string, decimal> _values = [];
    private readonly (Expression Formula, string[] Names)[] _formulas;
    private readonly Expression _energyPerProduct;
    private readonly Expression _waterPerProduct;
    private readonly Expression _margin;

    public NCalcGeneralSet(RuleSet set)
    {
        _targets = HandwrittenGeneralSet.Table(set, "targets", "leading", "baseline");
        _energy = HandwrittenGeneralSet.Table(set, "energy_limit", "level1", "level2");
        _water = HandwrittenGeneralSet.Table(set, "water_quota", "advanced", "general");
        _formulas = [.. Formulas.Select(formula => (Parse(formula.Formula), Inputs.Where(name => Regex.IsMatch(formula.Formula, $@"\b{name}\b")).ToArray()))];
        (_energyPerProduct, _waterPerProduct, _margin) = (Parse("energy * 1000 / output"), Parse("intake / output"), Parse("(1 - average / permitted) * 100"));
    }

    public decimal Total(Facts facts, HandwrittenRow[] rows)
    {
        foreach (var code in Inputs)
            _values[code] = HandwrittenGeneralSet.Number(facts.Inputs[code].Text);
        for (var i = 0; i < Formulas.Length; i++)
        {
            var (code, weight, more, target, _) = Formulas[i];
            var (formula, names) = _formulas[i];
            foreach (var name in names)
                formula.Parameters[name] = _values[name];
            var value = Evaluate(formula);
            rows[i] = new(code, weight, more ? HandwrittenGeneralSet.More(weight, value, _targets[target]) : HandwrittenGeneralSet.Less(weight, value, _targets[target]));
        }

        rows[11] = new("energy_intensity", 8m, Products(facts, "energy_products", _energy, "energy", _energyPerProduct));
        rows[12] = new("water_intensity", 8m, Products(facts, "water_products", _water, "intake", _waterPerProduct));
        rows[13] = new("exhaust_margin", 3m, HandwrittenGeneralSet.More(3m, Margin(facts), _targets["exhaust_margin"]));
        rows[14] = new("ems_functions_count", 6m, HandwrittenGeneralSet.More(6m, facts.Inputs["ems_functions"].Parts.Length, (8m, 0m)));
        rows[15] = new("material_saving", 4m, facts.Inputs["material_case"].Text == "provided" ? 4m : 0m);
        rows[16] = new("material_recycled", 4m, facts.Inputs["recycled_case"].Text == "provided" ? 4m : 0m);
        rows[17] = new("green_design", 6m, facts.Inputs["design_case"].Text == "provided" ? 6m : 0m);
        rows[18] = new("wastewater_margin", 3m, null);
        rows[19] = new("efficient_products", 4m, null);
        return HandwrittenGeneralSet.Total(rows);
    }

    private static Expression Parse(string formula) => new(formula, ExpressionOptions.DecimalAsDefault);

    private static decimal Evaluate(Expression formula) => Convert.ToDecimal(formula.Evaluate(), System.Globalization.CultureInfo.InvariantCulture);

    private decimal Products(Facts facts, string group, Dictionary<string, (decimal Leading, decimal Baseline)> limits, string amount, Expression perProduct)
    {
        var (sum, total) = (0m, 0m);
        foreach (var row in facts.Groups[group])
        {
            var used = HandwrittenGeneralSet.Number(row[amount].Text);
            (perProduct.Parameters[amount], perProduct.Parameters["output"]) = (used, HandwrittenGeneralSet.Number(row["output"].Text));
            sum += used * HandwrittenGeneralSet.Less(8m, Evaluate(perProduct), limits[row["product"].Text]);
            total += used;
        }

        return sum / total;
    }

    private decimal Margin(Facts facts)
    {
        var least = decimal.MaxValue;
        foreach (var row in facts.Groups["exhaust_pollutants"])
        {
            (_margin.Parameters["average"], _margin.Parameters["permitted"]) = (HandwrittenGeneralSet.Number(row["average"].Text), HandwrittenGeneralSet.Number(row["permitted"].Text));
            least = Math.Min(least, Evaluate(_margin));
        }

        return least;
    }
}
