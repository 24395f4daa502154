using System.Globalization;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Checking;

/// <summary>Two levels are held against each other only when they are in force on a same day; a day that both have is enough.</summary>
public sealed class BoundPeriodTests
{
    [Theory]
    [InlineData(null, null, null, null, true)]
    [InlineData("2025-01-01", "2025-12-31", "2025-12-31", null, true)]
    [InlineData("2025-01-01", "2025-12-31", "2026-01-01", null, false)]
    [InlineData(null, "2024-12-31", "2025-01-01", null, false)]
    [InlineData(null, "2025-01-01", "2025-01-01", "2025-01-01", true)]
    [InlineData("2025-03-01", "2025-04-30", "2025-01-01", "2025-12-31", true)]
    public void Levels_meet_when_a_day_has_both(string? from, string? to, string? otherFrom, string? otherTo, bool meet)
    {
        var (one, other) = (Cell(from, to), Cell(otherFrom, otherTo));

        Assert.Equal((meet, meet), (one.MeetsOnADay(other), other.MeetsOnADay(one)));
    }

    [Fact]
    public void A_number_that_stands_in_no_table_is_in_force_on_every_day()
    {
        var always = new BoundCell(null, 1m, 1m, null);

        Assert.True(always.MeetsOnADay(Cell("2025-01-01", "2025-01-01")));
        Assert.True(always.MeetsOnADay(always));
    }

    private static BoundCell Cell(string? from, string? to) => new(null, 1m, 1m, new ParameterRow { Key = "k", Label = "k", Provenance = Provenance.Example, From = Day(from), To = Day(to) });

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
