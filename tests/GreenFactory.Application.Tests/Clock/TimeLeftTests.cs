using GreenFactory.Application.Clock;
using Xunit;

namespace GreenFactory.Application.Tests.Clock;

public sealed class TimeLeftTests
{
    [Theory]
    [InlineData("2026-10-10 00:00", "2 天")]
    [InlineData("2026-10-10 23:59", "2 天")]
    [InlineData("2026-10-11 08:00", "1 天")]
    [InlineData("2026-10-12 00:00", "24 小时")]
    [InlineData("2026-10-12 23:30", "1 小时")]
    [InlineData("2026-10-13 00:00", "0 天")]
    [InlineData("2026-10-14 00:00", "0 天")]
    public void Days_are_those_of_the_calendar_in_Beijing_and_midnight_belongs_to_the_day_it_ends(string now, string left)
    {
        var deadline = ChinaTime.At(2026, 10, 13);
        var beijing = new DateTimeOffset(DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
        Assert.Equal(left, TimeLeft.Until(deadline, beijing).ToString());
        Assert.Equal(left, TimeLeft.Until(deadline.ToUniversalTime(), beijing.ToUniversalTime()).ToString());
    }
}
