using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GreenFactory.Application.Clock;

/// <summary>
/// Moments as people type them, in Beijing time: <c>2026-07-24</c>, <c>2026年7月24日</c>, <c>2026-07-24 18:00</c>, <c>2026-07-24 24:00</c>.
/// A deadline typed as a day means that day 24:00; a beginning typed as a day means that day 00:00.
/// </summary>
public static partial class TypedMoment
{
    private const int HoursOfDay = 24;

    /// <summary>What to type.</summary>
    public const string Hint = "北京时间，格式如 2026-07-24 18:00；当天结束写 2026-07-24 24:00";

    /// <summary>What a wrong entry is told.</summary>
    public const string Wrong = "时间格式不对，请按 2026-07-24 18:00 填写北京时间；当天结束可写 24:00。";

    /// <summary>The end of a day in Beijing: that day 24:00.</summary>
    public static DateTimeOffset EndOf(DateOnly day) => ChinaTime.At(day.Year, day.Month, day.Day).AddDays(1).ToUniversalTime();

    /// <summary>The moment at which something ends; null when it cannot be read.</summary>
    public static DateTimeOffset? Deadline(string? typed) => Read(typed, HoursOfDay);

    /// <summary>A day, typed alone or with the 24:00 at which it ends; null when it cannot be read or names another time.</summary>
    public static DateOnly? Day(string? typed) => Deadline(typed) is { } moment && ChinaTime.Of(moment).TimeOfDay == TimeSpan.Zero ? ChinaTime.DayOf(moment.AddTicks(-1)) : null;

    /// <summary>The moment at which something begins; null when it cannot be read.</summary>
    public static DateTimeOffset? Beginning(string? typed) => Read(typed, 0);

    /// <summary>A beginning as it is typed.</summary>
    public static string Write(DateTimeOffset moment) => ChinaTime.Of(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A deadline as it is typed: midnight is the end of the day before.</summary>
    public static string WriteDeadline(DateTimeOffset moment) =>
        ChinaTime.Of(moment) is { Hour: 0, Minute: 0, Second: 0 } local ? local.AddDays(-1).ToString("yyyy-MM-dd '24:00'", CultureInfo.InvariantCulture) : Write(moment);

    private static DateTimeOffset? Read(string? typed, int hourOfDay)
    {
        if (Written().Match((typed ?? "").Trim().Normalize(NormalizationForm.FormKC)) is not { Success: true } match)
        {
            return null;
        }

        var time = match.Groups["hour"];
        var (hour, minute) = time.Success ? (Number("hour"), Number("minute")) : (hourOfDay, 0);
        return DateOnly.TryParseExact($"{Number("year"):0000}-{Number("month"):00}-{Number("day"):00}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && (hour < HoursOfDay && minute < 60 || hour == HoursOfDay && minute == 0)
            ? ChinaTime.At(day.Year, day.Month, day.Day).AddHours(hour).AddMinutes(minute).ToUniversalTime()
            : null;

        int Number(string part) => int.Parse(match.Groups[part].ValueSpan, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\A(?<year>[0-9]{4})[-/.年](?<month>[0-9]{1,2})[-/.月](?<day>[0-9]{1,2})日?(?:[ T]*(?<hour>[0-9]{1,2})(?::(?<minute>[0-9]{2})|时(?<minute>[0-9]{2})分))?\z")]
    private static partial Regex Written();
}
