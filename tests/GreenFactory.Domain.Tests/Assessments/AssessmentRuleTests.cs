using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using Xunit;

namespace GreenFactory.Domain.Tests.Assessments;

/// <summary>How the marks of a panel become one, and when they are a disagreement.</summary>
public sealed class AssessmentRuleTests
{
    /// <summary>Worked out by hand; 6 and 28.5 of 30 are the marks that changed nothing.</summary>
    [Theory]
    [InlineData(PanelMethod.Mean, "6 28.5", "17.25")]
    [InlineData(PanelMethod.Median, "6 28.5", "17.25")]
    [InlineData(PanelMethod.Mean, "1 1 2", "1.33")]
    [InlineData(PanelMethod.Mean, "2 1 2", "1.67")]
    [InlineData(PanelMethod.Median, "9 1 2", "2")]
    [InlineData(PanelMethod.Median, "9 1 2 4", "3")]
    [InlineData(PanelMethod.TrimmedMean, "0 7 8 10", "7.5")]
    [InlineData(PanelMethod.TrimmedMean, "0 0 10", "0")]
    [InlineData(PanelMethod.Mean, "0.01 0.02", "0.02")]
    [InlineData(PanelMethod.Mean, "4.25", "4.25")]
    public void Marks_combine_exactly_and_are_rounded_once(PanelMethod method, string marks, string expected)
    {
        decimal[] given = [.. marks.Split(' ').Select(mark => decimal.Parse(mark, System.Globalization.CultureInfo.InvariantCulture))];
        var rounding = new Rounding(RoundingMode.AwayFromZero, 2, RoundingPlace.Total);
        var combined = decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(combined, PanelMark.Combine(method, given, rounding));
        Assert.Equal(combined, PanelMark.Combine(method, [.. given.Reverse()], rounding));
    }

    [Fact]
    public void A_half_goes_where_the_rule_set_says_and_a_trimmed_mean_needs_three_marks()
    {
        Assert.Equal(0.02m, PanelMark.Combine(PanelMethod.Mean, [0.02m, 0.03m], new Rounding(RoundingMode.ToEven, 2, RoundingPlace.Indicator)));
        Assert.Equal(0.03m, PanelMark.Combine(PanelMethod.Mean, [0.02m, 0.03m], new Rounding(RoundingMode.AwayFromZero, 2, RoundingPlace.Indicator)));
        Assert.Throws<ArgumentException>(() => PanelMark.Combine(PanelMethod.TrimmedMean, [1m, 2m], new Rounding(RoundingMode.AwayFromZero, 2, RoundingPlace.Total)));
    }

    [Theory]
    [InlineData("6 28.5", 30, true)]
    [InlineData("20 29", 30, true)]
    [InlineData("20.01 29", 30, false)]
    [InlineData("6", 30, false)]
    [InlineData("0 2", 6, true)]
    public void Marks_are_disputed_from_the_spread_of_the_rule_on(string marks, int maximum, bool disputed)
    {
        var rule = AssessmentRule.Usual(Campaign.Create(
            new CampaignId(Guid.CreateVersion7()), new MunicipalityId(Guid.CreateVersion7()), 2026, 2025, "批次", "通知", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1), 7));

        Assert.Equal((PanelMethod.Mean, 3, 30m, false), (rule.Method, rule.RequiredReviews, rule.DisputedFrom, rule.JudgesOptions));
        Assert.Equal(disputed, rule.IsDisputed([.. marks.Split(' ').Select(mark => decimal.Parse(mark, System.Globalization.CultureInfo.InvariantCulture))], maximum));
    }
}
