using System.Globalization;

namespace GreenFactory.Cli.Support;

/// <summary>The day on which parameters are looked up: <c>--as-of</c>, or today in Beijing.</summary>
internal static class DayOption
{
    private static readonly TimeSpan ChinaStandardTime = TimeSpan.FromHours(8);

    public static DateOnly AsOf(Arguments arguments, TimeProvider time)
    {
        if (arguments.Option("as-of") is not { } text)
            return DateOnly.FromDateTime(time.GetUtcNow().ToOffset(ChinaStandardTime).DateTime);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : throw new UsageException($"'{text}' is not a date such as 2026-07-24.");
    }
}
