using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Evaluation;

/// <summary>A question is hidden only by an answer that says so: neither a missing nor an unreadable one makes anything zero or not applicable.</summary>
public sealed class HiddenQuestionTests
{
    private static readonly Facts Answers = Facts.Empty.With("energy", "20000").With("value", "100000").With("green_power", "1000")
        .WithRows("products", [new Dictionary<string, string> { ["product"] = "k1", ["used"] = "10", ["output"] = "100" }]);

    [Theory]
    [InlineData("true", ScoreState.Scored)]
    [InlineData("false", ScoreState.NotApplicable)]
    [InlineData("", ScoreState.Missing)]
    [InlineData("也许", ScoreState.Error)]
    public void An_input_takes_the_state_of_its_condition(string limited, ScoreState state) =>
        Assert.Equal(state, SoundSet.Compile().Row("share", Answers.With("limited", limited)).State);

    [Theory]
    [InlineData("known(limited)")]
    [InlineData("not missing(limited)")]
    [InlineData("orelse(limited, false)")]
    public void An_unreadable_answer_is_neither_known_nor_missing(string condition)
    {
        var set = SoundSet.Compile(set => set with { Inputs = [.. set.Inputs.Select(i => i.Code == "green_power" ? i with { VisibleWhen = condition } : i)] });

        Assert.Equal(ScoreState.Error, set.Row("share", Answers.With("limited", "也许")).State);
    }

    [Theory]
    [InlineData("true", ScoreState.Scored)]
    [InlineData("false", ScoreState.NotApplicable)]
    [InlineData("", ScoreState.Missing)]
    [InlineData("也许", ScoreState.Error)]
    public void Rows_take_the_state_of_their_condition_whatever_is_worked_out_over_them(string limited, ScoreState state)
    {
        var facts = Answers.With("limited", limited);
        foreach (var formula in new[] { "count(products) * 3", "count(products, used > 1 [tce]) * 3", "sum(products, used) / 1 [tce]" })
        {
            var set = SoundSet.Compile(set => Conditional(set).WithLeaf("bonus_row", new BonusLeaf(formula)));
            Assert.Equal((formula, state), (formula, set.Row("bonus_row", facts).State));
            Assert.Empty(Checking(set, facts));
        }

        var products = SoundSet.Compile(set => Conditional(set).WithLeaf("intensity", ((EitherLeaf)set.Indicators[0].Leaf).Cases[0].Leaf));
        Assert.Equal(state, products.Row("intensity", facts).State);
        Assert.Empty(Checking(products, facts));
    }

    [Fact]
    public void A_group_without_rows_that_is_asked_counts_zero_rows() =>
        Assert.Equal((ScoreState.Scored, 5m), (SoundSet.Compile(set => set.WithLeaf("bonus_row", new BonusLeaf("count(products) + 5"))).Row("bonus_row", Facts.Empty) is var row ? (row.State, row.Score) : default));

    private static IReadOnlyList<Scoring.Checking.RecomputationMismatch> Checking(CompiledRuleSet set, Facts facts) =>
        Scoring.Checking.Recomputation.Check(ScoreSheetReader.Read(ScoreSheetJson.Write(set.Evaluate(facts, new DateOnly(2026, 7, 24)))));

    private static RuleSet Conditional(RuleSet set) => set with { RepeatGroups = [.. set.RepeatGroups.Select(g => g with { VisibleWhen = "limited" })] };
}
