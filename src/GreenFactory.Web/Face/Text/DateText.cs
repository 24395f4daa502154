using System.Globalization;
using GreenFactory.Application.Clock;

namespace GreenFactory.Web.Face.Text;

/// <summary>Dates and times as the portal writes them, in China Standard Time (UTC+8, no daylight saving).</summary>
public static class DateText
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>7月24日</summary>
    public static string Day(DateTimeOffset moment) => Local(moment).ToString("M月d日", CultureInfo.InvariantCulture);

    /// <summary>2026年7月24日</summary>
    public static string FullDay(DateTimeOffset moment) => Local(moment).ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>2026年7月24日</summary>
    public static string FullDay(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>14:32</summary>
    public static string Clock(DateTimeOffset moment) => Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>7月24日 14:32</summary>
    public static string Moment(DateTimeOffset moment) => $"{Day(moment)} {Clock(moment)}";

    /// <summary>2026年7月24日 14:32</summary>
    public static string FullMoment(DateTimeOffset moment) => $"{FullDay(moment)} {Clock(moment)}";

    /// <summary>2026年7月24日 18:00; an end at midnight is written as 24:00 of the day before, as the notices do. Always with its year.</summary>
    public static string Deadline(DateTimeOffset end) => ChinaTime.Deadline(end);

    /// <summary>The machine-readable form for a <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset moment) => Local(moment).ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateTimeOffset moment) => moment.ToOffset(China);
}
