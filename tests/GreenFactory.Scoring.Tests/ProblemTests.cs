namespace GreenFactory.Scoring.Tests;

public sealed class ProblemTests
{
    [Fact]
    public void Five_hundred_problems_are_told_in_full() => Assert.Equal(Many(500), Problem.Told(Many(500)));

    [Theory]
    [InlineData(Severity.Error)]
    [InlineData(Severity.Warning)]
    public void Of_more_than_that_the_first_are_told_and_how_many_and_how_grave_the_others_are(Severity worst)
    {
        IReadOnlyList<Problem> many = [.. Many(501), Many(1)[0] with { Severity = worst }];

        var told = Problem.Told(many);

        Assert.Equal(many.Take(500), told.Take(500));
        Assert.Equal(new Problem("problems.more", "$[500]", "另有 2 处问题未列出，请先改正以上各处。", 501, worst), Assert.Single(told.Skip(500)));
    }

    private static IReadOnlyList<Problem> Many(int count) => [.. Enumerable.Range(0, count).Select(i => new Problem("facts.caution", $"$[{i}]", "请核对。", i + 1, Severity.Warning))];
}
