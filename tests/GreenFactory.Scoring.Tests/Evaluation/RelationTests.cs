using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Scoring.Tests.Evaluation;

/// <summary>Answers that cannot be true together are refused at their place; what is merely unusual is asked about.</summary>
public sealed class RelationTests
{
    private static readonly CompiledRuleSet General = Shipped.Compile("gbt36132-2025");

    public static TheoryData<string, string, string, string, string> Contradictions => new()
    {
        { "solid_used", "inputs.solid_used", "51", "49", "solid_generated=50 solid_prior=0" },
        { "footprint_categories", "inputs.footprint_categories", "4", "3", "product_categories=3" },
        { "efficient_output", "inputs.efficient_output", "11", "10", "efficiency_standard_applies=true covered_output=10" },
        { "structure_area", "inputs.structure_area", "1001", "1000", "land_area=1000" },
        { "output_value_3y", "inputs.output_value_3y", "999", "1000", "output_value=1000" },
        { "advanced_techniques", "inputs.advanced_techniques", "2.5", "2", "" },
        { "green_projects", "inputs.green_projects", "0.5", "1", "" },
        { "carbon_total", "inputs.carbon_total", "10", "3000", "energy_total=2150 renewable_energy=0" },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public void What_cannot_be_is_refused_and_what_can_be_is_not(string code, string path, string wrong, string right, string others)
    {
        Assert.Contains(Problems(wrong), p => p.Code == "facts.contradiction" && p.Path == path && p.Severity == Severity.Error);
        Assert.DoesNotContain(Problems(right), p => p.Code == "facts.contradiction");

        IReadOnlyList<Problem> Problems(string answer) => General.Evaluate(
            others.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).Aggregate(Facts.Empty.With(code, answer), (facts, pair) => facts.With(pair[0], pair[1])),
            new DateOnly(2026, 7, 24)).Problems;
    }

    [Theory]
    [InlineData("100", "60", "50", null, true)]
    [InlineData("100", "60", "40", null, false)]
    [InlineData("0", "30", "0", "30", false)]
    public void Nobody_gives_away_more_energy_than_was_bought_and_produced(string amount, string exported, string feedstock, string? produced, bool refused)
    {
        var row = new Dictionary<string, string> { ["carrier"] = "raw_coal", ["amount"] = amount, ["exported"] = exported, ["feedstock"] = feedstock };
        if (produced is not null)
            row["produced"] = produced;
        var problems = General.Evaluate(Facts.Empty.With("energy_by_carrier", "true").WithRows("energy_carriers", [row]), new DateOnly(2026, 7, 24)).Problems;

        Assert.Equal(refused, problems.Any(p => p is { Code: "facts.contradiction", Path: "groups.energy_carriers[0].exported" }));
    }

    /// <summary>One product counts once, by whichever of its measures; products that the table lacks may be several.</summary>
    [Theory]
    [InlineData(true, "GB 16780-2021:熟料单位产品综合能耗", "GB 16780-2021:熟料单位产品综合能耗")]
    [InlineData(true, "GB 16780-2021:熟料单位产品综合能耗", "GB 16780-2021:熟料单位产品综合电耗")]
    [InlineData(true, "other", "GB 21346-2022:铝液交流电耗", "GB 21346-2022:铝液综合交流电耗")]
    [InlineData(false, "GB 16780-2021:熟料单位产品综合能耗", "GB 16780-2021:水泥制备工段电耗")]
    [InlineData(false, "other", "other", "GB 16780-2021:熟料单位产品综合电耗")]
    [InlineData(false, "GB 16780-2021:熟料单位产品综合能耗")]
    public void The_same_product_or_two_measures_of_it_count_once(bool refused, params string[] products)
    {
        var facts = Facts.Empty.With("energy_limit_applies", "是").WithRows("energy_products", products.Select(product => new Dictionary<string, string> { ["product"] = product, ["energy"] = "1", ["output"] = "1" }));

        Assert.Equal(refused, General.Evaluate(facts, new DateOnly(2026, 11, 1)).Problems.Any(p => p is { Code: "facts.contradiction", Path: "inputs.energy_limit_applies" }));
    }

    [Theory]
    [InlineData("energy_limit_applies", "energy_products", "energy", "energy_total", "60", "99", true)]
    [InlineData("energy_limit_applies", "energy_products", "energy", "energy_total", "60", "100", false)]
    [InlineData("water_quota_applies", "water_products", "intake", "water_intake", "60", "99", true)]
    [InlineData("water_quota_applies", "water_products", "intake", "water_intake", "60", "100", false)]
    public void Products_that_use_more_than_the_plant_are_asked_about_and_not_refused(string question, string group, string used, string whole, string first, string plant, bool asked)
    {
        var products = group == "energy_products" ? ("GB 16780-2021:熟料单位产品综合能耗", "GB 16780-2021:水泥制备工段电耗") : ("GB/T 18916.2-2022:粗钢（含焦化生产、含冷轧生产）", "other");
        var facts = Facts.Empty.With(question, "是").With(whole, plant).WithRows(group, [
            new Dictionary<string, string> { ["product"] = products.Item1, [used] = first, ["output"] = "1" }, new Dictionary<string, string> { ["product"] = products.Item2, [used] = "40", ["output"] = "1" }]);
        var problems = General.Evaluate(facts, new DateOnly(2026, 11, 1)).Problems.Where(p => p.Path == $"inputs.{question}").ToList();

        Assert.Equal(asked, problems.Any(p => p is { Code: "facts.caution", Severity: Severity.Warning }));
        Assert.DoesNotContain(problems, p => p.Severity is Severity.Error);
    }

    [Theory]
    [InlineData("solid_involved", "solid_none_reason", "solid_waste_use")]
    [InlineData("water_involved", "water_none_reason", "water_reuse")]
    [InlineData("water_involved", "water_none_reason", "water_intensity")]
    public void A_factory_to_which_an_indicator_does_not_apply_says_so_with_a_reason(string question, string reason, string indicator)
    {
        var day = new DateOnly(2026, 7, 24);
        var facts = Facts.Empty.With(question, "否");
        var row = General.Evaluate(facts, day).Indicators.Single(i => i.Code == indicator);

        Assert.Equal((ScoreState.NotApplicable, 0m), (row.State, row.Max));
        Assert.Contains(General.Missing(facts, day), p => p.Path == $"inputs.{reason}");
        Assert.DoesNotContain(General.Missing(Facts.Empty, day), p => p.Path == $"inputs.{reason}");
        Assert.Equal(ScoreState.Missing, General.Evaluate(Facts.Empty, day).Indicators.Single(i => i.Code == indicator).State);
    }

    [Fact]
    public void A_water_quota_that_the_table_lacks_is_entered_from_the_standard()
    {
        var row = General.Evaluate(
            Facts.Empty.With("water_quota_applies", "是").WithRows("water_products",
                [new Dictionary<string, string> { ["product"] = "other", ["intake"] = "150", ["output"] = "100", ["quota_standard"] = "GB/T 18916.99", ["quota_clause"] = "表1", ["quota_advanced"] = "1", ["quota_general"] = "2" }]),
            new DateOnly(2026, 7, 24)).Indicators.Single(i => i.Code == "water_intensity");

        Assert.Equal(4m, row.Score);
        Assert.Contains(LimitWords.Own, row.Rows[0].Notes);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_concentration_above_its_permit_is_asked_about_where_no_violation_was_promised(string promised, bool asked)
    {
        var facts = Facts.Empty.WithGate("neg2", promised == "true").With("exhaust_involved", "true")
            .WithRows("exhaust_pollutants", [new Dictionary<string, string> { ["pollutant"] = "颗粒物", ["average"] = "21", ["permitted"] = "20" }]);

        Assert.Equal(asked, General.Evaluate(facts, new DateOnly(2026, 7, 24)).Problems.Any(p => p is { Code: "facts.caution", Path: "groups.exhaust_pollutants[0].average" }));
    }
}
