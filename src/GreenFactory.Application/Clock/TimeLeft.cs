namespace GreenFactory.Application.Clock;

/// <summary>How long until a deadline, counted the same way on every page: days of the calendar in Beijing time, on the last day hours.</summary>
/// <param name="Number">Days, or on the last day hours begun; 0 when the deadline is over.</param>
/// <param name="Unit">天 or 小时.</param>
public sealed record TimeLeft(int Number, string Unit)
{
    /// <summary>What is left. A deadline at midnight belongs to the day that it ends, so on 10月10日 a deadline of 10月12日 24:00 is 2 days away.</summary>
    public static TimeLeft Until(DateTimeOffset deadline, DateTimeOffset now)
    {
        if (now >= deadline)
        {
            return new TimeLeft(0, "天");
        }

        var days = DayOf(deadline.AddTicks(-1)).DayNumber - DayOf(now).DayNumber;
        return days > 0 ? new TimeLeft(days, "天") : new TimeLeft((int)Math.Ceiling((deadline - now).TotalHours), "小时");
    }

    /// <summary>Such as 2 天.</summary>
    public override string ToString() => string.Create(null, $"{Number} {Unit}");

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(ChinaTime.Of(moment).DateTime);
}
