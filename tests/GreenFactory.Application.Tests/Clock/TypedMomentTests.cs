using GreenFactory.Application.Clock;
using Xunit;

namespace GreenFactory.Application.Tests.Clock;

/// <summary>A deadline means what the notices mean: a day alone ends at 24:00 in Beijing.</summary>
public sealed class TypedMomentTests
{
    [Theory]
    [InlineData("2026-10-12", "2026年10月12日 24:00")]
    [InlineData("2026年10月12日", "2026年10月12日 24:00")]
    [InlineData("２０２６-10-12 ２４：00", "2026年10月12日 24:00")]
    [InlineData("2026-10-12 24:00", "2026年10月12日 24:00")]
    [InlineData("2026-10-13 00:00", "2026年10月12日 24:00")]
    [InlineData("2026/10/12 9:30", "2026年10月12日 09:30")]
    [InlineData("2026-12-31", "2026年12月31日 24:00")]
    public void A_deadline_is_read_and_said(string typed, string meant)
    {
        var moment = TypedMoment.Deadline(typed)!.Value;
        Assert.Equal(meant, ChinaTime.Deadline(moment));
        Assert.Equal(moment, TypedMoment.Deadline(TypedMoment.WriteDeadline(moment)));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("2026-10-12 24:01")]
    [InlineData("2026-10-12 25:00")]
    [InlineData("下周五")]
    [InlineData("")]
    public void What_is_no_moment_is_refused(string typed) => Assert.Null(TypedMoment.Deadline(typed));

    [Fact]
    public void A_beginning_typed_as_a_day_begins_with_the_day() => Assert.Equal(ChinaTime.At(2026, 6, 1), TypedMoment.Beginning("2026-06-01"));
}
