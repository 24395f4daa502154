namespace GreenFactory.Application.Clock;

/// <summary>Beijing time, in which every deadline of the notice is meant and every time is shown.</summary>
public static class ChinaTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The moment in Beijing time.</summary>
    public static DateTimeOffset Of(DateTimeOffset moment) => moment.ToOffset(Offset);

    /// <summary>A moment given in Beijing time.</summary>
    public static DateTimeOffset At(int year, int month, int day, int hour = 0, int minute = 0) => new(year, month, day, hour, minute, 0, Offset);

    /// <summary>Such as 7月24日 24:00: midnight is written as the end of the day before.</summary>
    public static string DayAndTime(DateTimeOffset moment)
    {
        var local = Of(moment);
        return local is { Hour: 0, Minute: 0, Second: 0 }
            ? string.Create(null, $"{local.AddDays(-1):M月d日} 24:00")
            : string.Create(null, $"{local:M月d日 HH:mm}");
    }

    /// <summary>Such as 2026年7月24日 24:00.</summary>
    public static string FullDayAndTime(DateTimeOffset moment) =>
        string.Create(null, $"{(Of(moment) is { Hour: 0, Minute: 0, Second: 0 } local ? local.AddDays(-1) : Of(moment)):yyyy年}{DayAndTime(moment)}");

    /// <summary>The day of Beijing in which the moment lies.</summary>
    public static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(Of(moment).DateTime);

    /// <summary>Such as 2026年7月24日.</summary>
    public static string Day(DateTimeOffset moment) => string.Create(null, $"{Of(moment):yyyy年M月d日}");

    /// <summary>Such as 2026-07-24 09:30:05.</summary>
    public static string Exact(DateTimeOffset moment) => string.Create(null, $"{Of(moment):yyyy-MM-dd HH:mm:ss}");
}
