using System.Diagnostics;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Shared;
using Xunit;

namespace GreenFactory.Domain.Tests.Assessments;

/// <summary>Proposals of panels: as many reviews as can be had, spread evenly, the same for the same seed.</summary>
public sealed class PanelPlanTests
{
    private static readonly HashSet<(UserId, DeclarationId)> NoConflict = [];

    [Fact]
    public void Six_hundred_cases_and_sixty_experts_are_planned_in_five_seconds_twice_the_same_in_whatever_order()
    {
        var cases = Cases(600, 3);
        var experts = Experts(60);
        var barred = new HashSet<(UserId, DeclarationId)>();
        foreach (var (index, row) in cases.Index())
        {
            barred.UnionWith(Enumerable.Range(0, index % 7).Select(step => (experts[(index * 13 + step * 5) % 60].Expert, row.Declaration)));
        }

        var watch = Stopwatch.StartNew();
        var proposal = PanelPlan.Propose(cases, experts, barred, 31, 2026);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), watch.Elapsed.ToString());

        Assert.Empty(proposal.Shortages);
        Assert.Equal(1800, proposal.Reviews.Distinct().Count());
        Assert.All(proposal.Reviews.GroupBy(row => row.Declaration), row => Assert.Equal(3, row.Count()));
        Assert.DoesNotContain(proposal.Reviews, row => barred.Contains((row.Expert, row.Declaration)));
        Assert.All(proposal.Reviews.GroupBy(row => row.Expert), row => Assert.InRange(row.Count(), 29, 31));
        Assert.Equal(proposal.Reviews, PanelPlan.Propose([.. cases.Reverse()], [.. experts.Reverse()], barred, 31, 2026).Reviews);
        Assert.NotEqual(proposal.Reviews, PanelPlan.Propose(cases, experts, barred, 31, 2027).Reviews);
    }

    /// <summary>A ring: whoever is asked second or third may have taken the only expert left for another, and has to hand over. Twenty seeds ask in many orders.</summary>
    [Fact]
    public void Experts_change_cases_where_only_that_fills_a_place()
    {
        var experts = Experts(6);
        var cases = Cases(6, 1);
        var barred = (from one in cases.Index() from expert in experts.Index() where expert.Index != one.Index && expert.Index != (one.Index + 1) % 6 select (expert.Item.Expert, one.Item.Declaration)).ToHashSet();
        foreach (var seed in Enumerable.Range(0, 20))
        {
            var proposal = PanelPlan.Propose(cases, experts, barred, 1, seed);
            Assert.Empty(proposal.Shortages);
            Assert.Equal(6, proposal.Reviews.Select(row => row.Expert).Distinct().Count());
        }
    }

    [Fact]
    public void What_is_impossible_says_whether_conflicts_or_the_cap_stand_in_the_way()
    {
        var experts = Experts(3);
        var cases = Cases(2, 3);

        var conflict = Assert.Single(PanelPlan.Propose(cases, experts, new HashSet<(UserId, DeclarationId)> { (experts[0].Expert, cases[0].Declaration) }, 9, 1).Shortages);
        Assert.Equal((cases[0].Declaration, 1, 2), (conflict.Declaration, conflict.Missing, conflict.Eligible));
        var full = PanelPlan.Propose(cases, experts, NoConflict, 1, 1);
        Assert.Equal((3, 3), (full.Reviews.Count, full.Shortages.Sum(row => row.Missing)));
        Assert.All(full.Shortages, row => Assert.Equal(3, row.Eligible));
        Assert.Empty(PanelPlan.Propose(cases, [.. experts.Select(row => row with { Open = 9 })], NoConflict, 9, 1).Reviews);
    }

    private static CaseToPlan[] Cases(int count, int needed) => [.. Enumerable.Range(1, count).Select(i => new CaseToPlan(new DeclarationId(Key(1, i)), $"F2026-{i:000}", needed))];

    private static ExpertToPlan[] Experts(int count) => [.. Enumerable.Range(1, count).Select(i => new ExpertToPlan(new UserId(Key(2, i)), 0))];

    private static Guid Key(byte kind, int number) => new(number, 0, 0, [kind, 0, 0, 0, 0, 0, 0, 0]);
}
