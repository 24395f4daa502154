using System.Globalization;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.RuleSets;

public sealed class ParameterRowTests
{
    [Theory]
    [InlineData("2026-01-01", "2026-06-30", "2025-12-31", false)]
    [InlineData("2026-01-01", "2026-06-30", "2026-01-01", true)]
    [InlineData("2026-01-01", "2026-06-30", "2026-06-30", true)]
    [InlineData("2026-01-01", "2026-06-30", "2026-07-01", false)]
    [InlineData(null, "2026-06-30", "1990-01-01", true)]
    [InlineData("2026-01-01", null, "2090-01-01", true)]
    [InlineData(null, null, "2026-01-01", true)]
    public void A_number_holds_from_its_first_day_to_its_last_both_included(string? from, string? to, string day, bool holds) =>
        Assert.Equal(holds, new ParameterRow { Key = "k", Label = "甲", Provenance = Provenance.Example, From = Day(from), To = Day(to) }.HoldsOn(Day(day)!.Value));

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
