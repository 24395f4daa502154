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

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A_group_is_asked_for_and_missed_only_where_its_condition_holds(string limited, bool asked)
    {
        var (set, facts) = (SoundSet.Compile(Conditional), Facts.Empty.With("limited", limited));

        Assert.Equal((asked, asked), (set.Asked(facts).Contains("products"), set.Missing(facts).Any(problem => problem.Path == "groups.products")));
    }

    [Fact]
    public void Of_several_choices_a_blank_one_does_not_count_and_blank_ones_alone_are_no_answer()
    {
        var set = SoundSet.Compile();
        var codes = set.RuleSet.Inputs.Single(i => i.Code == "functions").Options.Take(2).Select(o => o.Code).ToArray();
        ScoreState State(params string[] ticked) => set.Row("functions_count", Facts.Empty with { Inputs = Facts.Empty.Inputs.Add("functions", Answer.Of(ticked)) }).State;

        Assert.Equal(2m, set.Row("functions_count", Facts.Empty with { Inputs = Facts.Empty.Inputs.Add("functions", Answer.Of([codes[0], " ", codes[1]])) }).Value);
        Assert.Equal((ScoreState.Missing, ScoreState.Missing), (State(" ", ""), State()));
    }

    [Fact]
    public void Taking_an_answer_back_leaves_no_trace_of_it()
    {
        Assert.Empty(Facts.Empty.With("energy", "1").With("energy", " ").Inputs);
        Assert.Empty(Facts.Empty.With("functions", (IReadOnlyCollection<string>)["a", "b"]).With("functions", (IReadOnlyCollection<string>)[]).Inputs);
        Assert.Equal("a,b", Facts.Empty.With("functions", (IReadOnlyCollection<string>)["a", "b"]).Inputs["functions"].Text);
        Assert.Equal(Answer.Of(["a", "b"]), Answer.Of(["a", "b"]));
        Assert.NotEqual(Answer.Of(["a", "b"]), Answer.Of(["a"]));
        Assert.Empty(Facts.Empty.WithRows("products", [new Dictionary<string, string> { ["product"] = " " }]).Groups["products"]);
    }

    private static IReadOnlyList<Scoring.Checking.RecomputationMismatch> Checking(CompiledRuleSet set, Facts facts) =>
        Scoring.Checking.Recomputation.Check(ScoreSheetReader.Read(ScoreSheetJson.Write(set.Evaluate(facts, new DateOnly(2026, 7, 24)))));

    private static RuleSet Conditional(RuleSet set) => set with { RepeatGroups = [.. set.RepeatGroups.Select(g => g with { VisibleWhen = "limited" })] };
}
