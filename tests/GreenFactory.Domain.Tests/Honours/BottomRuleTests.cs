using GreenFactory.Domain.Honours;
using Xunit;

namespace GreenFactory.Domain.Tests.Honours;

/// <summary>Who lies in the last 5 % of a year, and for how many years running.</summary>
public sealed class BottomRuleTests
{
    private const string Set = "gbt36132-2025 1.1.0";
    private static readonly BottomRule Default = new(ShareRounding.Down);

    [Theory]
    [InlineData(19, 0, 1, 1)]
    [InlineData(20, 1, 1, 1)]
    [InlineData(21, 1, 1, 2)]
    [InlineData(9, 0, 0, 1)]
    [InlineData(10, 0, 1, 1)]
    [InlineData(30, 1, 2, 2)]
    [InlineData(180, 9, 9, 9)]
    [InlineData(0, 0, 0, 0)]
    public void Five_per_cent_of_a_population_follow_the_rounding_of_the_campaign(int population, int down, int nearest, int up)
    {
        Assert.Equal(down, new BottomRule(ShareRounding.Down).PlacesIn(population));
        Assert.Equal(nearest, new BottomRule(ShareRounding.Nearest).PlacesIn(population));
        Assert.Equal(up, new BottomRule(ShareRounding.Up).PlacesIn(population));
    }

    [Fact]
    public void The_last_of_nineteen_is_more_than_five_per_cent_and_the_last_of_twenty_is_not()
    {
        Assert.DoesNotContain(Default.Place(Year(Enumerable.Range(60, 19))), place => place.IsBottom);
        var last = Assert.Single(Default.Place(Year(Enumerable.Range(60, 20))), place => place.IsBottom);
        Assert.Equal((60m, 20, 20, 1, 5.00m), (last.Points, last.Rank, last.Population, last.AtOrBelow, last.Percentile));
    }

    [Fact]
    public void A_tie_over_the_boundary_leaves_all_of_them_out_and_one_within_it_takes_all_of_them_in()
    {
        var over = Default.Place(Year(Enumerable.Range(70, 18).Concat([60, 60])));
        Assert.DoesNotContain(over, place => place.IsBottom);
        Assert.All(over.Where(place => place.Points == 60), place => Assert.Equal((19, 2, 2), (place.Rank, place.Tied, place.AtOrBelow)));

        var within = Default.Place(Year(Enumerable.Range(70, 38).Concat([60, 60])));
        Assert.Equal(2, within.Count(place => place.IsBottom));
    }

    [Fact]
    public void Points_of_another_version_change_nothing()
    {
        var year = Year(Enumerable.Range(60, 20)).ToList();
        var others = Year(Enumerable.Range(1, 40), "gbt36132-2018 1.0.0");
        var alone = Default.Place(year);
        Assert.Equal(alone, Default.Place(year.Concat(others)).Where(place => place.RuleSet == Set));
    }

    [Fact]
    public void Whatever_the_scores_the_rule_is_fair()
    {
        var chance = new Random(20260601);
        for (var round = 0; round < 500; round++)
        {
            var year = Year(Enumerable.Range(0, chance.Next(0, 120)).Select(_ => chance.Next(40, 40 + chance.Next(1, 60)))).ToList();
            var rule = new BottomRule((ShareRounding)chance.Next(3));
            var places = rule.Place(year);
            Assert.Equal(year.Count, places.Count);
            Assert.True(places.Count(place => place.IsBottom) <= rule.PlacesIn(year.Count), "more units than places");
            Assert.All(places.GroupBy(place => place.Points), tied => Assert.Single(tied.Select(place => (place.IsBottom, place.Rank)).Distinct()));
            Assert.All(places.Where(place => place.IsBottom), bottom => Assert.All(places.Where(other => other.Points < bottom.Points), other => Assert.True(other.IsBottom)));
            Assert.Equal(places, rule.Place(year.OrderBy(_ => chance.Next())));
            Assert.Equal(places.Select(place => place.IsBottom), rule.Place(year.ConvertAll(unit => unit with { Points = unit.Points + 7.5m })).Select(place => place.IsBottom));
        }
    }

    [Fact]
    public void A_run_counts_back_to_the_first_year_that_breaks_it_and_a_missing_year_breaks_it()
    {
        Assert.Equal(3, BottomRun.LengthAt(new Dictionary<int, bool> { [2024] = true, [2025] = true, [2026] = true }, 2026));
        Assert.Equal(2, BottomRun.LengthAt(new Dictionary<int, bool> { [2024] = false, [2025] = true, [2026] = true }, 2026));
        Assert.Equal(1, BottomRun.LengthAt(new Dictionary<int, bool> { [2023] = true, [2024] = true, [2026] = true }, 2026));
        Assert.Equal(0, BottomRun.LengthAt(new Dictionary<int, bool> { [2024] = true, [2025] = true }, 2026));
        Assert.Null(BottomRun.Words(0));
        Assert.Contains("再有一年", BottomRun.Words(2), StringComparison.Ordinal);
        Assert.Contains("移出", BottomRun.Words(3), StringComparison.Ordinal);
    }

    private static IEnumerable<ScoredUnit> Year(IEnumerable<int> points, string set = Set) =>
        points.Select((value, index) => new ScoredUnit(new GreenUnitId(new Guid(index + 1, 0, 0, new byte[8])), set, value));
}
