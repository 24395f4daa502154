using System.Globalization;
using GreenFactory.Application.Clock;

namespace GreenFactory.Web.Pages.Admin;

/// <summary>Times that an administrator types, in Beijing time.</summary>
internal static class BeijingTimeText
{
    /// <summary>What to type.</summary>
    public const string Hint = "北京时间，格式如 2026-07-25 00:00";

    /// <summary>What a wrong entry is told.</summary>
    public const string Wrong = "时间格式不对，请按 2026-07-25 00:00 填写北京时间。";

    private static readonly string[] Formats = ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd"];

    /// <summary>The moment, or null when it cannot be read.</summary>
    public static DateTimeOffset? Read(string? typed) =>
        DateTime.TryParseExact((typed ?? "").Trim(), Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            ? new DateTimeOffset(local, TimeSpan.FromHours(8)).ToUniversalTime()
            : null;

    /// <summary>The moment as it is typed.</summary>
    public static string Write(DateTimeOffset moment) => ChinaTime.Of(moment).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
