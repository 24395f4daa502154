using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Shared;
using Xunit;

namespace GreenFactory.Domain.Tests.Assessments;

/// <summary>A ranking is of one rule-set version, and the same cases always come out in the same order.</summary>
public sealed class ScoreRankingTests
{
    private static readonly RuleSetVersionId Version = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));
    private static readonly DateTimeOffset Morning = new(2026, 7, 1, 8, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Cases_of_two_versions_are_never_ranked_together()
    {
        var other = new RuleSetVersionId(Guid.Parse("00000000-0000-0000-0000-000000000002"));
        Assert.Throws<ArgumentException>(() => ScoreRanking.Rank([Entry("F1", 80), Entry("F2", 70) with { RuleSetVersion = other }], 1));
    }

    [Fact]
    public void Ties_go_to_the_earlier_submission_then_to_the_smaller_number_whatever_the_order_of_reading()
    {
        RankingEntry[] entries = [Entry("F3", 70), Entry("F2", 70), Entry("F1", 70) with { FirstSubmittedAt = Morning.AddHours(1) }, Entry("F4", 90)];
        var forward = ScoreRanking.Rank(entries, 2).Select(row => row.Entry.CaseNumber);
        var backward = ScoreRanking.Rank([.. entries.Reverse()], 2).Select(row => row.Entry.CaseNumber);

        Assert.Equal(["F4", "F2", "F3", "F1"], forward);
        Assert.Equal(forward, backward);
    }

    [Fact]
    public void Distance_is_counted_from_the_last_place_inside_the_line()
    {
        var ranked = ScoreRanking.Rank([Entry("F1", 80), Entry("F2", 72.5m), Entry("F3", 70)], 2);
        Assert.Equal([7.5m, 0m, -2.5m], ranked.Select(row => row.DistanceToLine!.Value));
    }

    private static RankingEntry Entry(string number, decimal points) => new(new DeclarationId(Guid.NewGuid()), number, Version, points, Morning);
}
