using System.Text.Json.Nodes;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Evaluation;

/// <summary>Levels count as the standard corrects them; what is not corrected, or not there, is said and decides nothing.</summary>
public sealed class CorrectedLevelTests
{
    private const string Cement = "GB 16780-2021:水泥单位产品综合能耗（熟料比例75%基准）";
    private static readonly CompiledRuleSet General = Shipped.Compile("gbt36132-2025");
    private static readonly DateOnly Day = new(2026, 11, 1);

    [Fact]
    public void Cement_at_76_with_65_per_cent_clinker_earns_nothing_and_is_not_preferred()
    {
        var facts = Made(Cement, 76m, ("clinker_ratio", "65"));
        var row = Energy(facts);

        Assert.Equal((76m, 69.00m, 75.500m, 82.00m), (row.Rows[0].Value, row.Rows[0].Leading, row.Rows[0].Baseline, row.Rows[0].Limit));
        Assert.Equal((0m, ScoreState.Scored, "kgce/t"), (row.Score, row.State, row.Unit));
        Assert.Equal("按熟料比例修正（GB 16780-2021 5.3、5.4）：1 级 80 → 69，2 级 87 → 75.5，3 级 94 → 82", row.Rows[0].Correction);
        Assert.Empty(row.Rows[0].Notes);
        Assert.Equal(PreferenceState.NotMet, General.Read(facts, Day)!.State);
        var asShipped = General.Prefer(facts, Day, ConfirmedValues.None)!;
        Assert.Equal(PreferenceState.Undecided, asShipped.State);
        Assert.Contains("转录自公开资料，未与标准原文核对，核对之前不作结论（按现有数值为未达到1 级（1 级 69 ", asShipped.Reason, StringComparison.Ordinal);
        Assert.Contains(General.Evaluate(facts, Day).Indicators.SelectMany(i => Nodes(i.Trace!)), n => n is { Label: "1 级（按熟料比例修正）", Value: 69m });
        Assert.Empty(Recomputation.Check(General.Evaluate(facts, Day)));
    }

    /// <summary>What is signed with the list and shown to everybody are the levels of the sheet; what the works itself uses is not among them.</summary>
    [Fact]
    public void The_public_row_says_the_same_levels_and_not_what_the_works_uses()
    {
        var facts = Made(Cement, 76m, ("clinker_ratio", "65"));
        var levels = LevelsOfScore.Of(General, facts, General.Evaluate(facts, Day), Compared.Values(General));
        var row = new ListedRow(1, "CQ-1", "重庆试验水泥厂", CreditCode.FromStored("91500000MA5U00000X"), "涪陵区", OrganisationKind.Factory, 60m, "gbt36132-2025 1.3.0", "2026-F-001") { Levels = levels };
        var read = ListedRow.Read(JsonNode.Parse(row.Canonical()));

        Assert.Equal(row, read);
        Assert.Equal(row.GetHashCode(), read!.GetHashCode());
        Assert.NotEqual(row, row with { Levels = [levels[0] with { Limit = 94m }] });
        var level = Assert.Single(read.Levels);
        Assert.Equal((69m, 75.5m, 82m, "kgce/t", 0m, 8m), (level.Leading, level.Baseline, level.Limit, level.Unit, level.Points, level.Full));
        Assert.Equal("按熟料比例修正（GB 16780-2021 5.3、5.4）：1 级 80 → 69，2 级 87 → 75.5，3 级 94 → 82", level.Correction);
        Assert.Equal(nameof(PreferenceState.NotMet), level.Preference);
        Assert.DoesNotMatch(@"\b(76|65|76000)\b", row.Canonical());
        Assert.Equal(nameof(PreferenceState.Undecided), Assert.Single(LevelsOfScore.Of(General, facts, General.Evaluate(facts, Day), ConfirmedValues.None)).Preference);
        Assert.DoesNotContain("levels", (row with { Levels = [] }).Canonical(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("75", 8)]
    [InlineData("76", 8)]
    [InlineData("70", 1.481)]
    public void The_same_kiln_earns_what_its_clinker_ratio_leaves_it(string ratio, double points) =>
        Assert.Equal((decimal)points, decimal.Round(Energy(Made(Cement, 80m, ("clinker_ratio", ratio))).ExactScore, 3));

    [Fact]
    public void People_read_the_formulas_of_corrections_in_words_and_not_in_the_language_of_the_rules()
    {
        var words = new FormulaWords(General.RuleSet);
        var corrections = General.RuleSet.Parameters.SelectMany(table => table.Corrections).ToDictionary(one => one.Code, StringComparer.Ordinal);

        Assert.Equal("表列值 + 以百分点计的（水泥中熟料比例 − 75%） × 1.1", words.Of(corrections["cement"].Levels["level1"]));
        Assert.StartsWith("（表列值 + 以百分点计的（水泥中熟料比例 − 75%） × 1.2） × （", words.Of(corrections["cement"].Levels["level3"]), StringComparison.Ordinal);
        foreach (var file in Shipped.Files)
        {
            var set = Shipped.Read(Shipped.IdOf(file));
            var said = new FormulaWords(set);
            Assert.All(
                set.Parameters.SelectMany(table => table.Corrections).SelectMany(one => one.Levels.Values).Distinct(),
                formula => Assert.DoesNotMatch("[a-z]_[a-z]|\\b(if|orelse|max|min|clamp|printed|not|and|or)\\b|[\\[\\]\"*]", said.Of(formula)));
        }
    }

    [Fact]
    public void Without_the_ratio_nothing_is_known_and_the_form_asks_for_it()
    {
        var facts = Made(Cement, 76m);

        Assert.Equal(ScoreState.Missing, Energy(facts).State);
        Assert.Contains(General.Missing(facts, Day), p => p.Path == "groups.energy_products[0].clinker_ratio");
        Assert.DoesNotContain(General.Missing(facts, Day), p => p.Path.EndsWith("thickness_factor", StringComparison.Ordinal));
        Assert.DoesNotContain(General.Asked(facts, Day), p => p.EndsWith("air_pressure", StringComparison.Ordinal));
        Assert.Contains(General.Asked(Made(Cement, 76m, ("altitude_high", "是")), Day), p => p.EndsWith("air_pressure", StringComparison.Ordinal));
    }

    [Fact]
    public void High_above_the_sea_only_the_mandatory_value_moves()
    {
        var row = Energy(Made("GB 16780-2021:熟料单位产品综合能耗", 103m, ("altitude_high", "是"), ("air_pressure", "81.06"))).Rows[0];

        Assert.Equal((100m, 107m, 118.1934m), (row.Leading, row.Baseline, row.Limit));
    }

    [Fact]
    public void An_answer_to_a_question_of_another_product_counts_for_nothing() =>
        Assert.Equal(Energy(Made("GB 16780-2021:熟料单位产品综合能耗", 103m)).ExactScore, Energy(Made("GB 16780-2021:熟料单位产品综合能耗", 103m, ("clinker_ratio", "10"))).ExactScore);

    [Fact]
    public void A_correction_that_is_known_only_to_exist_is_said_and_leaves_the_preference_open()
    {
        var facts = Made("GB 21342-2025:顶装焦炉", 50m);
        var row = Energy(facts);

        Assert.Equal(8m, row.Score);
        Assert.Contains(row.Rows[0].Notes, n => n.Contains("未修正", StringComparison.Ordinal) && n.Contains("炉龄", StringComparison.Ordinal));
        Assert.Contains(row.Warnings, w => w.Contains("未修正", StringComparison.Ordinal));
        Assert.Equal(PreferenceState.Undecided, General.Read(facts, Day)!.State);
    }

    [Theory]
    [InlineData("GB 21256-2025:电弧炉工序（容量＜50t）", 60.9, 8)]
    [InlineData("GB 21256-2025:电弧炉工序（容量＜50t）", 86, 0)]
    [InlineData("GB 21256-2025:电弧炉工序（容量＜50t）", 73.5, 4)]
    [InlineData("GB 21256-2025:电弧炉工序（容量＜50t）", 86.1, 0, true)]
    [InlineData("GB 29449-2024:斜交轮胎", 515, 8)]
    [InlineData("GB 29449-2024:斜交轮胎", 515.1, 0, true)]
    [InlineData("GB 21340-2019:平板玻璃（生产线设计能力≤500 t/d）", 14, 8)]
    [InlineData("GB 21340-2019:平板玻璃（生产线设计能力≤500 t/d）", 14.1, 0, true)]
    public void A_level_that_the_standard_does_not_have_never_spreads_the_points(string product, double value, double points, bool beyond = false)
    {
        var row = Energy(Made(product, (decimal)value, ("hot_metal_ratio", "0"), ("furnace_grade", "plain"),
            ("glass_capacity_factor", "1"), ("glass_thickness_factor", "1"), ("glass_iron_factor", "1"), ("glass_line_factor", "1")));

        Assert.Equal((ScoreState.Scored, (decimal)points, 8m), (row.State, row.Score, row.Max));
        Assert.Contains(row.Rows[0].Notes, n => n.StartsWith("标准没有", StringComparison.Ordinal));
        Assert.Equal(beyond, row.Rows[0].Notes.Any(LimitWords.IsBeyond));
    }

    [Fact]
    public void Beyond_the_mandatory_value_the_promise_of_no_violation_is_contradicted()
    {
        var facts = Made("GB 16780-2021:熟料单位产品综合能耗", 118m);

        Assert.Contains(Energy(facts).Warnings, w => w.Contains("劣于强制性限定值（3 级）117 kgce/t", StringComparison.Ordinal));
        Assert.DoesNotContain(General.Evaluate(facts, Day).Problems, p => p.Code == "facts.caution");
        Assert.Contains(General.Evaluate(facts.WithGate("neg2", true), Day).Problems, p => p is { Code: "facts.caution", Path: "groups.energy_products[0].energy" });
        Assert.DoesNotContain(General.Evaluate(facts.WithGate("neg2", false), Day).Problems, p => p.Code == "facts.caution");
    }

    [Theory]
    [InlineData("GB 16780-2021:熟料单位产品综合电耗", "52.5", 4, "kWh/t")]
    [InlineData("GB 30251-2024:乙烯装置", "580", 8, "kgoe/t")]
    [InlineData("GB 21340-2019:平面普通钢化玻璃（6 mm）", "4.39", 0, "kWh/m²")]
    [InlineData("GB 21258-2024:亚临界300MW 供电煤耗率", "315", 4, "gce/kWh")]
    public void A_limit_in_another_measure_is_compared_in_its_own(string product, string measured, double points, string unit)
    {
        var row = Energy(Made(product, 1m, ("measured", measured)));

        Assert.Equal(((decimal)points, unit, ScoreState.Scored), (row.Score, row.Unit, row.State));
    }

    [Fact]
    public void A_product_that_the_table_lacks_is_held_to_the_levels_its_standard_has_and_the_sheet_says_whose_they_are()
    {
        var facts = Made("other", 110m, ("own_standard", "GB 99999-2024"), ("own_clause", "表1"), ("own_level1", "100"), ("own_level2", "120"), ("own_level3", "150"));
        var row = Energy(facts);

        Assert.Equal((4m, 100m, 120m, 150m), (row.Score, row.Rows[0].Leading, row.Rows[0].Baseline, row.Rows[0].Limit));
        Assert.Contains(LimitWords.Own, row.Rows[0].Notes);
        Assert.Equal(PreferenceState.Undecided, General.Read(facts, Day)!.State);
        Assert.Empty(Recomputation.Check(General.Evaluate(facts, Day)));
        Assert.Contains(General.Missing(Made("other", 110m), Day), p => p.Path == "groups.energy_products[0].own_standard");
    }

    [Fact]
    public void Before_its_edition_holds_a_product_is_offered_with_the_edition_before_and_nothing_is_decided_against_it()
    {
        const string Beer = "GB 32047-2025:啤酒单位产品综合能耗";
        var before = new DateOnly(2026, 7, 31);
        var facts = Made(Beer, 40m, ("own_standard", "GB 32047-2015"), ("own_clause", "表1"), ("own_level1", "35"), ("own_level2", "45"), ("own_level3", "70"));

        Assert.Equal(4m, General.Evaluate(facts, before).Indicators[0].Score);
        Assert.Equal(PreferenceState.Undecided, General.Read(facts, before)!.State);
        Assert.Equal((0m, 26m), (General.Evaluate(facts, before.AddDays(1)).Indicators[0].Score, General.Evaluate(facts, before.AddDays(1)).Indicators[0].Rows[0].Leading));
        Assert.Contains(General.Asked(facts, before), p => p.EndsWith("own_level3", StringComparison.Ordinal));
        Assert.DoesNotContain(General.Asked(facts, before.AddDays(1)), p => p.EndsWith("own_level3", StringComparison.Ordinal));
    }

    [Fact]
    public void A_sheet_with_corrections_is_read_back_and_computed_again()
    {
        var sheet = General.Evaluate(Made("GB 21256-2025:转炉工序（普通转炉）", -29m, ("scrap_ratio", "10"), ("converter_grade", "deep")), Day);

        Assert.Equal((-26.20m, -24.20m, -8.20m), (sheet.Indicators[0].Rows[0].Leading, sheet.Indicators[0].Rows[0].Baseline, sheet.Indicators[0].Rows[0].Limit));
        Assert.Empty(Recomputation.Check(sheet));
        Assert.Equal(ScoreSheetJson.Write(sheet), ScoreSheetJson.Write(ScoreSheetReader.Read(ScoreSheetJson.Write(sheet))));
    }

    internal static Facts Made(string product, decimal kilograms, params (string Code, string Answer)[] more) =>
        Facts.Empty.With("energy_limit_applies", "是").WithRows("energy_products",
            [new Dictionary<string, string>(more.ToDictionary(m => m.Code, m => m.Answer)) { ["product"] = product, ["energy"] = FormattableString.Invariant($"{kilograms}"), ["output"] = "1000" }]);

    private static IndicatorScore Energy(Facts facts) => General.Evaluate(facts, Day).Indicators.Single(i => i.Code == "energy_intensity");

    private static IEnumerable<TraceNode> Nodes(TraceNode node) => node.Arguments.SelectMany(Nodes).Prepend(node);
}
