using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Evaluation;

/// <summary>The preference of a unit: which level each product is held to, what decides and what leaves it open. It never touches the score.</summary>
public sealed class PreferenceTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);

    [Fact]
    public void A_product_of_a_key_sector_is_held_to_the_benchmark_and_any_other_to_level_1()
    {
        var reading = Set().Read(Products(("k1", "95"), ("k2", "80")), Day)!;

        Assert.Equal(PreferenceState.NotMet, reading.State);
        Assert.Equal("“熟料”未达到标杆水平", reading.Reason);
        Assert.Equal(("标杆水平", 95m, 90m, PreferenceState.NotMet), Told(reading.Rows[0]));
        Assert.Equal(("1 级", 80m, 80m, PreferenceState.Met), Told(reading.Rows[1]));
        Assert.Equal(("标杆", "表9", "kgce/t"), (reading.Rows[0].Source!.Source, reading.Rows[0].Source!.Clause, reading.Rows[0].Unit));
    }

    [Theory]
    [InlineData("90", PreferenceState.Met)]
    [InlineData("89.9999999999", PreferenceState.Met)]
    [InlineData("90.0000000001", PreferenceState.NotMet)]
    public void Numbers_are_compared_unrounded_and_the_level_itself_is_reached(string perTonne, PreferenceState expected) =>
        Assert.Equal(expected, Set().Read(Products(("k1", perTonne)), Day)!.State);

    [Theory]
    [InlineData(Confirmation.Unconfirmed, "1", "“熟料”的标杆水平转录自公开资料，未与标准原文核对，核对之前不作结论（按现有数值为达到标杆水平）")]
    [InlineData(Confirmation.Unconfirmed, "500", "“熟料”的标杆水平转录自公开资料，未与标准原文核对，核对之前不作结论（按现有数值为未达到标杆水平）")]
    [InlineData(Confirmation.Draft, "1", "“熟料”的标杆水平来自征求意见稿，核对之前不作结论（按现有数值为达到标杆水平）")]
    public void An_unconfirmed_level_decides_nothing_however_clear_the_numbers_look(Confirmation confirmation, string perTonne, string reason)
    {
        var reading = Set(confirmation).Read(Products(("k1", perTonne)), Day)!;

        Assert.Equal((PreferenceState.Undecided, reason), (reading.State, reading.Reason));
        Assert.Equal(90m, reading.Rows.Single().Limit);
    }

    /// <summary>Whatever a rule set calls its transcribed numbers, they decide once two people compared them with the text, and lapse with the first digit that changes.</summary>
    [Fact]
    public void Transcribed_never_counts_as_confirmed_and_a_confirmation_holds_for_the_numbers_it_was_given_for()
    {
        var (set, facts) = (Set(), Products(("k1", "90")));
        var compared = Compared.Values(set);

        Assert.Equal(PreferenceState.Undecided, set.Prefer(facts, Day, ConfirmedValues.None)!.State);
        Assert.Equal(PreferenceState.Met, set.Prefer(facts, Day, compared)!.State);
        Assert.Equal(PreferenceState.Undecided, Set(benchmark: 90.01m).Prefer(facts, Day, compared)!.State);
        Assert.Equal(PreferenceState.Met, Set(Confirmation.Unconfirmed).Prefer(facts, Day, compared)!.State);
    }

    [Fact]
    public void A_level_that_was_never_found_is_not_replaced_by_level_1()
    {
        var reading = Set(Confirmation.Unconfirmed, benchmark: null).Read(Products(("k1", "1")), Day)!;

        Assert.Equal((PreferenceState.Undecided, "“熟料”的标杆水平尚未取得"), (reading.State, reading.Reason));
        Assert.Null(reading.Rows.Single().Limit);
    }

    [Fact]
    public void One_product_above_its_level_decides_even_beside_one_that_cannot_be_decided()
    {
        var set = Set(Confirmation.Unconfirmed);

        Assert.Equal(PreferenceState.NotMet, set.Read(Products(("k1", "1"), ("k2", "81")), Day)!.State);
        Assert.Equal(PreferenceState.Undecided, set.Read(Products(("k1", "1"), ("k2", "80")), Day)!.State);
        Assert.Equal(PreferenceState.Met, Set().Read(Products(("k1", "1"), ("k2", "80")), Day)!.State);
    }

    [Fact]
    public void What_is_not_answered_leaves_it_open_and_what_is_not_asked_does_not_apply()
    {
        var set = Set();

        Assert.Equal((PreferenceState.Undecided, "没有填写任何产品"), Outcome(set.Read(Facts.Empty.With("limited", "是"), Day)!));
        Assert.Equal(PreferenceState.NotApplicable, set.Read(Facts.Empty.With("limited", "否"), Day)!.State);
        Assert.Equal(PreferenceState.Undecided, set.Read(Facts.Empty, Day)!.State);
        var half = Facts.Empty.With("limited", "是").WithRows("products", [new Dictionary<string, string> { ["product"] = "k1", ["used"] = "9" }, new Dictionary<string, string> { ["used"] = "9" }]);
        Assert.Equal((PreferenceState.Undecided, "未填“产量”；未填“产品”"), Outcome(set.Read(half, Day)!));
    }

    [Fact]
    public void A_level_that_does_not_hold_on_the_day_leaves_it_open()
    {
        var reading = Set().Read(Products(("k1", "1")), new DateOnly(2024, 12, 31))!;

        Assert.Equal((PreferenceState.Undecided, "参数表“能效标杆”中“k1”在 2024-12-31 没有有效的数值"), Outcome(reading));
    }

    [Fact]
    public void A_level_in_another_unit_than_the_rule_is_converted_and_keeps_its_source()
    {
        var rules = Set().RuleSet;
        var set = CompiledRuleSet.Compile(rules with { Policies = rules.Policies with { Preference = rules.Policies.Preference! with { Unit = "tce/产品单位" } } });

        var row = set.Read(Products(("k1", "90")), Day)!.Rows.Single();

        Assert.Equal((PreferenceState.Met, 0.09m, 0.09m, "tce/产品单位", "表9"), (row.State, row.Value, row.Limit, row.Unit, row.Source!.Clause));
        Assert.Equal(PreferenceState.NotMet, set.Read(Products(("k1", "90.01")), Day)!.State);
    }

    [Fact]
    public void A_product_that_cannot_be_worked_out_is_named_by_its_row()
    {
        Dictionary<string, string> Product(string product, string output) => new() { ["product"] = product, ["used"] = "80", ["output"] = output };

        var reading = Set().Read(Facts.Empty.With("limited", "是").WithRows("products", [Product("k1", "1000"), Product("k2", "0")]), Day)!;

        Assert.Equal((PreferenceState.Undecided, "第 2 行的除数“产量”为 0"), Outcome(reading));
    }

    [Fact]
    public void The_score_is_the_same_with_and_without_a_preference_and_a_set_without_one_reads_none()
    {
        var facts = Products(("k1", "95"), ("k2", "80")).With("energy", "4").With("value", "20");
        var (with, without) = (Set(), CompiledRuleSet.Compile(Set().RuleSet with { Policies = SoundSet.Read().Policies }));

        Assert.Equal(
            ScoreSheetJson.Write(without.Evaluate(facts, Day)), ScoreSheetJson.Write(with.Evaluate(facts, Day) with { RuleSetHash = without.ContentHash }));
        Assert.NotEqual(without.ContentHash, with.ContentHash);
        Assert.Null(without.Read(facts, Day));
    }

    private static (PreferenceState, string) Outcome(PreferenceReading reading) => (reading.State, reading.Reason);

    private static (string, decimal?, decimal?, PreferenceState) Told(PreferenceRow row) => (row.Level, row.Value, row.Limit, row.State);

    /// <summary>Products with what they use for one tonne, in kgce.</summary>
    private static Facts Products(params (string Product, string PerTonne)[] products) => Facts.Empty.With("limited", "是").WithRows(
        "products", products.Select(p => new Dictionary<string, string> { ["product"] = p.Product, ["used"] = p.PerTonne, ["output"] = "1000" }));

    private static CompiledRuleSet Set(Confirmation confirmation = Confirmation.Confirmed, decimal? benchmark = 90m) => SoundSet.Compile(sound =>
    {
        var limits = sound.Parameters.Single(t => t.Code == "limits");
        var second = limits.Rows[0] with { Key = "k2", Label = "水泥", Values = new Dictionary<string, decimal?> { ["level1"] = 80m, ["level2"] = 90m } };
        var marks = new ParameterTable
        {
            Code = "marks",
            Label = "能效标杆",
            Unit = "kgce/产品单位",
            Columns = [new ParameterColumn("benchmark", "标杆水平")],
            Rows =
            [
                limits.Rows[0] with
                {
                    Values = new Dictionary<string, decimal?> { ["benchmark"] = benchmark }, Source = "标杆", Clause = "表9", From = new DateOnly(2025, 1, 1), Confirmation = confirmation, Note = "备注",
                },
            ],
        };
        return sound with
        {
            RepeatGroups = [sound.RepeatGroups[0] with { VisibleWhen = "limited" }],
            Parameters = [.. sound.Parameters.Select(t => t == limits ? limits with { Rows = [.. limits.Rows, second] } : t), marks],
            Policies = sound.Policies with
            {
                Preference = new PreferenceRule
                {
                    Clause = "通知 二",
                    Group = "products",
                    Name = "product",
                    Value = "used / output",
                    Unit = "kgce/产品单位",
                    KeySectors = new PreferenceLevel("marks", "benchmark"),
                    Others = new PreferenceLevel("limits", "level1"),
                },
            },
        };
    });
}
