using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Evaluation;

/// <summary>Named formulas: worked out, explained, recomputed, written and read again, refused when they run in a circle.</summary>
public sealed class DefinitionTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);

    [Fact]
    public void A_worksheet_is_worked_out_row_by_row_and_its_trace_recomputes()
    {
        var compiled = Shipped.Compile("gbt36132-2025");
        var facts = Carriers(("bituminous", "1000"), ("grid_electricity", "400"), ("solar_electricity", "100"));

        var defined = compiled.Define(facts, Day).ToDictionary(value => value.Definition.Code);

        Assert.Equal([791.7m, 491.6m, 122.9m], defined["carrier_energy"].Traces.Select(trace => trace.Value));
        Assert.Equal(1406.2m, defined["energy_consumption"].Trace.Value);
        Assert.Equal(122.9m, defined["renewable_consumption"].Trace.Value);
        Assert.Empty(Recomputation.Check(compiled.Evaluate(facts, Day)));
    }

    /// <summary>Carbon content in tC/GJ and oxidation in per cent as the guide prints them; what the factor says of heat must be what the coefficient says.</summary>
    [Theory]
    [InlineData("petrol", "0.0189", 98)]
    [InlineData("kerosene", "0.0196", 98)]
    [InlineData("diesel", "0.0202", 98)]
    [InlineData("crude_oil", "0.0201", 98)]
    [InlineData("fuel_oil", "0.0211", 98)]
    [InlineData("lpg", "0.0172", 99)]
    [InlineData("refinery_gas", "0.0182", 99)]
    [InlineData("lng", "0.0153", 98)]
    [InlineData("petroleum_coke", "0.0275", 98)]
    [InlineData("coke", "0.0294", 93)]
    [InlineData("washed_coal", "0.0254", 93)]
    [InlineData("anthracite", "0.02749", 94)]
    [InlineData("bituminous", "0.02618", 93)]
    [InlineData("lignite", "0.028", 96)]
    [InlineData("natural_gas", "0.0153", 99)]
    [InlineData("coke_oven_gas", "0.0136", 99)]
    [InlineData("blast_furnace_gas", "0.0708", 99)]
    public void A_fuel_has_one_heating_value_for_energy_and_carbon(string fuel, string carbon, int oxidation)
    {
        var set = Shipped.Read("gbt36132-2025");
        decimal Of(string table, string column) => set.Parameters.Single(t => t.Code == table).Rows.Single(row => row.Key == fuel).Values[column]!.Value;

        var byCarbon = Of("carrier_co2", "co2") / (decimal.Parse(carbon, System.Globalization.CultureInfo.InvariantCulture) * oxidation / 100m * 44m / 12m);

        Assert.InRange(byCarbon / (Of("carriers", "coal") * 29.3076m), 0.999m, 1.001m);
    }

    /// <summary>Where no value was published the applicant measures one; nothing takes its place, and heat of sun and earth counts as renewable.</summary>
    [Fact]
    public void Carriers_without_a_published_value_are_measured_and_renewable_heat_counts()
    {
        var set = Shipped.Compile("gbt36132-2025");
        var unmeasured = Carriers(("biomass", "100"));
        var measured = Carriers(("biomass", "100"), ("solar_heat", "1000"), ("geothermal", "1000"), ("hydrogen", "10"), ("refinery_gas", "10"));
        measured = measured.WithRows("energy_carriers", measured.Groups["energy_carriers"].Select((row, i) => i == 0 ? new Dictionary<string, string>(row.ToDictionary(a => a.Key, a => a.Value.Text)) { ["measured_coal"] = "0.5" } : row.ToDictionary(a => a.Key, a => a.Value.Text)));

        Assert.Contains(set.Missing(unmeasured, Day), problem => problem.Path == "groups.energy_carriers[0].measured_coal");
        Assert.Equal(ScoreState.Missing, set.Evaluate(unmeasured.With("output_value", "1000").With("energy_limit_applies", "否"), Day).Indicators.Single(row => row.Code == "energy_intensity").State);
        var defined = set.Define(measured, Day).ToDictionary(value => value.Definition.Code);
        Assert.Equal([50m, 34.12m, 34.12m, 33.29m, 15.714m], defined["carrier_energy"].Traces.Select(trace => trace.Value));
        Assert.Equal(50m + 34.12m + 34.12m, defined["renewable_consumption"].Trace.Value);
        Assert.Equal(30.427m, defined["carbon_emission"].Trace.Value);
    }

    [Theory]
    [InlineData("300", "500", "300", 614.5)]
    [InlineData("300", "300", "300", 368.7)]
    [InlineData("900", "900", "0", 1229.0)]
    public void A_kilowatt_hour_counts_once_and_never_beyond_what_was_bought(string traded, string held, string bundled, double tce)
    {
        var facts = Carriers(("grid_electricity", "1000")).With("green_traded", traded).With("gec", held).With("gec_of_traded", bundled);

        var compiled = Shipped.Compile("gbt36132-2025");

        Assert.Equal((decimal)tce, compiled.Define(facts, Day).Single(value => value.Definition.Code == "renewable_consumption").Trace.Value);
        Assert.Equal(traded == "900", compiled.Evaluate(facts, Day).Problems.Any(problem => problem is { Code: "facts.caution", Path: "inputs.green_traded" }));
    }

    [Fact]
    public void A_definition_that_uses_itself_or_a_later_one_is_refused()
    {
        var set = Shipped.Read("gbt36132-2025");
        var turned = set with { Definitions = [.. set.Definitions.Reverse()] };

        Assert.Contains(RuleSetChecker.Check(turned), problem => problem.Code == "definition.cycle");
        Assert.Contains(
            RuleSetChecker.Check(set with { Definitions = [.. set.Definitions.Select(d => d.Code == "energy_consumption" ? d with { Unit = "tCO2" } : d)] }),
            problem => problem.Code == "expr.unitMismatch");
    }

    [Fact]
    public void Definitions_survive_writing_and_a_changed_formula_is_a_difference()
    {
        var set = Shipped.Read("gbt36132-2025");
        var changed = set with { Definitions = [.. set.Definitions.Select(d => d.Code == "carrier_net" ? d with { Formula = "amount - orelse(exported, 0)" } : d)] };

        Assert.Equal(RuleSetWriter.ContentHash(set), RuleSetWriter.ContentHash(RuleSetReader.Read(RuleSetWriter.WriteReadable(set)).RuleSet!));
        var change = Assert.Single(RuleSetDiff.Compare(set, changed));
        Assert.Equal(("定义", "carrier_net", "公式"), (change.Area, change.Code, change.Field));
    }

    private static Facts Carriers(params (string Carrier, string Amount)[] rows) => Facts.Empty
        .With("energy_by_carrier", "true").With("grid_factor", "2023-全国").With("energy_limit_applies", "false").With("output_value", "10000")
        .WithRows("energy_carriers", rows.Select(row => (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["carrier"] = row.Carrier, ["amount"] = row.Amount }));
}
