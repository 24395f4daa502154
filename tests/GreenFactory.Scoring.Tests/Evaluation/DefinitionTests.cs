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
