using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Evaluation;

public sealed class ChooseTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);
    private static readonly Facts Answers = Facts.Empty.With("design", "fair").With("value", "100").With("energy", "20");

    [Theory]
    [InlineData(ChooseMode.Best)]
    [InlineData(ChooseMode.Declared)]
    public void When_no_child_applies_the_row_does_not_apply(ChooseMode mode)
    {
        var set = Choosing(mode, 1, hidden: true);

        var row = set.Row("chosen", Answers.With("limited", "否") with { Declared = Facts.Empty.Declared.Add("chosen", ["a"]) });

        Assert.Equal(ScoreState.NotApplicable, row.State);
        Assert.Equal(ScoreState.Missing, set.Row("chosen", Answers).State);
    }

    [Theory]
    [InlineData("facts.unknownCode", "aa")]
    [InlineData("facts.tooManyDeclared", "a", "b")]
    [InlineData("facts.declaredTwice", "a", "a")]
    public void What_is_declared_wrongly_is_refused_and_nothing_is_picked(string code, params string[] declared)
    {
        var set = Choosing(ChooseMode.Declared, 1);
        var facts = Answers with { Declared = Facts.Empty.Declared.Add("chosen", [.. declared]) };

        var sheet = set.Evaluate(facts, Day);

        Assert.Contains(sheet.Problems, p => p.Code == code && p.Path == "declared.chosen" && p.Severity == Severity.Error);
        Assert.Equal(ScoreState.Error, sheet.Indicators.Single(i => i.Code == "chosen").State);
        Assert.Empty(Recomputation.Check(sheet));
    }

    [Fact]
    public void The_declared_child_counts_even_if_another_is_better()
    {
        var set = Choosing(ChooseMode.Declared, 1);

        var row = set.Row("chosen", Answers with { Declared = Facts.Empty.Declared.Add("chosen", ["b"]) });

        Assert.Equal((ScoreState.Scored, 2m), (row.State, row.Score));
    }

    [Fact]
    public void Shares_that_do_not_divide_evenly_sum_to_the_weight_and_no_more()
    {
        var leaf = new ChooseLeaf(3, ChooseMode.Best, [.. "abc".Select(c => new ChooseChild(c.ToString(), "8", "项", "", IndicatorType.PositiveQuantitative, new LinearLeaf("2", "1", "0", null)))]);
        var set = SoundSet.Compile(s => s.WithLeaf("intensity", leaf));

        var sheet = set.Evaluate(Facts.Empty, Day);

        Assert.Equal(20m, sheet.Indicators[0].ExactScore);
        Assert.Empty(Recomputation.Check(sheet));
    }

    private static CompiledRuleSet Choosing(ChooseMode mode, int take, bool hidden = false) => SoundSet.Compile(set =>
    {
        var choose = (ChooseLeaf)set.Indicators.Single(i => i.Code == "chosen").Leaf;
        var children = hidden
            ? choose.Children.Select(c => c with { Type = IndicatorType.PositiveQuantitative, Unit = "tce", Leaf = new LinearLeaf("green_power", "8", "2", null) })
            : choose.Children;
        return set.WithLeaf("chosen", new ChooseLeaf(take, mode, [.. children]));
    });
}
