using CsCheck;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Evaluation;

public sealed class ScoreAttributionTests
{
    private static readonly RuleSet General = Shipped.Read("gbt36132-2025");
    private static readonly GoldenCase Factory = GoldenCase.Read(
        File.ReadAllText(Path.Combine(Shipped.Folder, "golden", "gbt36132-2025", "full-cement-factory.json"))).Case!;

    [Fact]
    public void The_steps_sum_to_the_change_exactly_whatever_changed() => Gen.Select(
        Gen.Bool, Gen.Bool, Gen.Bool, Gen.Enum<NotApplicablePolicy>(), Gen.Int[0, 4], Gen.Int[60_000, 140_000]).Sample((parameter, formula, weight, policy, places, energy) =>
    {
        var after = General;
        after = parameter ? Parameter(after) : after;
        after = formula ? Formula(after) : after;
        after = weight ? Weight(after) : after;
        after = after with { Policies = after.Policies with { NotApplicable = policy, Rounding = after.Policies.Rounding with { Places = places } } };
        var facts = Factory.Facts.WithRows("energy_products",
            [new Dictionary<string, string> { ["product"] = "GB 16780-2021:熟料单位产品综合能耗", ["energy"] = energy.ToString(System.Globalization.CultureInfo.InvariantCulture), ["output"] = "1000000" }]);

        var attribution = VersionComparison.Between(General, after).Attribute(facts, Factory.AsOf);

        Assert.Equal(Total(General, facts), attribution.Before);
        Assert.Equal(Total(after, facts), attribution.After);
        Assert.Equal(attribution.After - attribution.Before, attribution.Steps.Sum(s => s.Change));
        Assert.All(attribution.Steps, s => Assert.Equal(s.Change, s.Spreading + s.Indicators.Sum(i => i.Change)));
    }, iter: Effort.Of(40));

    [Fact]
    public void Each_kind_of_change_is_laid_to_its_own_cause()
    {
        Assert.Empty(Attribute(General).Steps);
        Assert.Equal((ChangeCause.Parameter, "energy_intensity"), Only(Parameter(General)));
        Assert.Equal((ChangeCause.Formula, "carbon_footprint"), Only(Formula(General)));
        var step = Assert.Single(Attribute(Weight(General)).Steps);
        Assert.Equal(ChangeCause.Weight, Assert.Single(step.Causes));
        Assert.Equal(["ems_functions_count", "energy_intensity"], step.Indicators.Select(i => i.Code).Order());
        var policy = Assert.Single(Attribute(General with { Policies = General.Policies with { NotApplicable = NotApplicablePolicy.Zero } }).Steps);
        Assert.Equal(ChangeCause.Policy, Assert.Single(policy.Causes));
    }

    [Fact]
    public void Numbers_that_the_old_formulas_cannot_read_are_laid_to_both_causes()
    {
        var renamed = General with
        {
            Parameters = [.. General.Parameters.Select(t => t.Code != "targets" ? t : t with { Rows = [.. t.Rows.Select(r => r.Key == "solid_waste_use" ? r with { Key = "solid_use" } : r)] })],
            Indicators = [.. General.Indicators.Select(i => i.Code != "solid_waste_use" ? i : i with
            {
                Leaf = new LinearLeaf("solid_used / solid_generated / 2", "lookup(\"targets\", \"solid_use\", \"leading\")", "lookup(\"targets\", \"solid_use\", \"baseline\")", null),
            })],
        };

        Assert.Equal([ChangeCause.Parameter, ChangeCause.Formula], Assert.Single(Attribute(renamed).Steps).Causes);
    }

    private static ScoreAttribution Attribute(RuleSet after) => VersionComparison.Between(General, after).Attribute(Factory.Facts, Factory.AsOf);

    private static (ChangeCause Cause, string Indicator) Only(RuleSet after)
    {
        var step = Assert.Single(Attribute(after).Steps);
        return (Assert.Single(step.Causes), Assert.Single(step.Indicators).Code);
    }

    private static decimal Total(RuleSet set, Facts facts) => CompiledRuleSet.Compile(set).Evaluate(facts, Factory.AsOf, explain: false).Total;

    private static RuleSet Parameter(RuleSet set) => set with
    {
        Parameters = [.. set.Parameters.Select(t => t.Code != "energy_limit" ? t : t with
        {
            Rows = [.. t.Rows.Select(r => r.Key != "GB 16780-2021:熟料单位产品综合能耗" ? r : r with { Values = new Dictionary<string, decimal?>(r.Values) { ["level2"] = 112m } })],
        })],
    };

    private static RuleSet Formula(RuleSet set) => set with
    {
        Indicators = [.. set.Indicators.Select(i => i is { Code: "carbon_footprint", Leaf: LinearLeaf leaf } ? i with { Leaf = leaf with { Value = "footprint_categories / product_categories / 2" } } : i)],
    };

    private static RuleSet Weight(RuleSet set) => set with
    {
        Indicators = [.. set.Indicators.Select(i => i.Code switch { "energy_intensity" => i with { Weight = 9m }, "ems_functions_count" => i with { Weight = 5m }, _ => i })],
    };
}
