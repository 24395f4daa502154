namespace GreenFactory.Application.Clock;

/// <summary>Beijing time, in which every deadline of the notice is meant and every time is shown.</summary>
public static class ChinaTime
{
    /// <summary>Format of <see cref="Exact"/>.</summary>
    public const string ExactFormat = "yyyy-MM-dd HH:mm:ss";

    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The moment in Beijing time.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>A moment given in Beijing time.</summary>
    public static DateTimeOffset At(int year, int month, int day, int hour = 0, int minute = 0) => new(year, month, day, hour, minute, 0, Offset);

    /// <summary>A local time of Beijing as a moment.</summary>
    public static DateTimeOffset At(DateTime local) => new(local, Offset);

    /// <summary>A deadline, such as 2026年7月24日 24:00: always with its year, and midnight as the end of the day before.</summary>
    public static string Deadline(DateTimeOffset moment)
    {
        var local = Of(moment);
        return local is { Hour: 0, Minute: 0, Second: 0 }
            ? string.Create(null, $"{local.AddDays(-1):yyyy年M月d日} 24:00")
            : string.Create(null, $"{local:yyyy年M月d日 HH:mm}");
    }

    /// <summary>The last day of Beijing that has begun before a deadline: of one at midnight the day that it ends.</summary>
    public static DateOnly LastDayBefore(DateTimeOffset deadline) => DayOf(deadline.AddTicks(-1));

    /// <summary>The day of Beijing in which the moment lies.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment).DateTime);

    /// <summary>Such as 2026年7月24日.</summary>
    public static string Day(DateTimeOffset moment) => string.Create(null, $"{Of(moment):yyyy年M月d日}");

    /// <summary>Such as 2026-07-24 09:30:05.</summary>
    public static string Exact(DateTimeOffset moment) => Of(moment).ToString(ExactFormat, null);
}
