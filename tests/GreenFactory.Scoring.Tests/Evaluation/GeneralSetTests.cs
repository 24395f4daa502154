using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.Tests.CaseFiles;

namespace GreenFactory.Scoring.Tests.Evaluation;

public sealed class GeneralSetTests
{
    private static readonly CompiledRuleSet General = Shipped.Compile("gbt36132-2025");
    private static readonly DateOnly Day = new(2026, 7, 24);

    [Fact]
    public void Clinker_at_103_scores_8_times_4_over_7_and_the_trace_names_the_standard_and_table()
    {
        var facts = Facts.Empty.With("energy_limit_applies", "是").WithRows("energy_products",
            [new Dictionary<string, string> { ["product"] = "GB 16780-2021:熟料单位产品综合能耗", ["energy"] = "１１８,４５０", ["output"] = "1,150,000" }]);

        var row = General.Evaluate(facts, Day).Indicators.Single(i => i.Code == "energy_intensity");

        Assert.Equal((103m, 100m, 107m), (row.Value, row.Leading, row.Baseline));
        Assert.Equal(decimal.Round(8m * (107 - 103) / (107 - 100), 18), decimal.Round(row.ExactScore, 18));
        Assert.Equal(4.57m, row.Score);
        Assert.Equal("kgce/t", row.Unit);
        var sources = Nodes(row.Trace!).Select(n => n.Source).OfType<ParameterSource>().ToList();
        Assert.Contains(sources, s => s.Source.StartsWith("GB 16780-2021", StringComparison.Ordinal) && s.Clause == "表2" && s.Column == "1 级");
        Assert.Contains(sources, s => s.Column == "2 级");
    }

    /// <summary>Targets that are examples are no stair: who grows over a class of energy consumption keeps the points of the same share.</summary>
    [Theory]
    [InlineData("2999.99", "3000")]
    [InlineData("4999.99", "5000")]
    [InlineData("9999.99", "10000")]
    public void The_same_share_of_renewable_energy_earns_the_same_on_both_sides_of_a_class(string below, string above)
    {
        decimal Earned(string total, string renewable) => General.Evaluate(Facts.Empty.With("energy_total", total).With("renewable_energy", renewable), Day).Indicators
            .Single(i => i.Code == "renewable_share").Score;

        var of = decimal.Parse(above, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(Earned(above, $"{of * 0.03m}"), Earned(below, $"{of * 0.03m}"));
        Assert.Equal(5.57m, Earned(above, $"{of * 0.03m}"));
    }

    [Fact]
    public void An_empty_declaration_scores_zero_with_a_warning_per_row_and_never_counts_as_not_applicable()
    {
        var sheet = General.Evaluate(Facts.Empty, Day);

        Assert.Equal(0m, sheet.Total);
        Assert.Equal(100m, sheet.Max);
        Assert.All(sheet.Indicators, i => Assert.Equal(ScoreState.Missing, i.State));
        Assert.All(sheet.Indicators, i => Assert.NotEmpty(i.Warnings));
    }

    [Fact]
    public void An_evaluation_leaves_nothing_behind_for_the_next_one_however_many_run_at_once()
    {
        var answers = new RandomAnswers(General, Day, 20261130);
        var all = Enumerable.Range(0, Effort.Of(60)).Select(_ => answers.Next()).Append(Facts.Empty).ToList();
        var alone = all.Select(facts => Written(CompiledRuleSet.Compile(General.RuleSet), facts)).ToList();

        Assert.Equal(alone, all.Select(facts => Written(General, facts)));
        Assert.Equal(alone.AsEnumerable().Reverse(), all.AsEnumerable().Reverse().Select(facts => Written(General, facts)));
        Parallel.For(0, 4 * all.Count, i => Assert.Equal(alone[i % all.Count], Written(General, all[i % all.Count])));
    }

    private static string Written(CompiledRuleSet set, Facts facts) =>
        ScoreSheetJson.Write(set.Evaluate(facts, Day)) + ScoreSheetJson.Write(set.Evaluate(facts, Day, explain: false));

    private static IEnumerable<TraceNode> Nodes(TraceNode node) => node.Arguments.SelectMany(Nodes).Prepend(node);
}
