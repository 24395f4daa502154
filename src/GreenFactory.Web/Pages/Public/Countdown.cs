using System.Globalization;
using GreenFactory.Application.Clock;

namespace GreenFactory.Web.Pages.Public;

/// <summary>What is left until the districts must have reported: whole days, on the last day hours, afterwards nothing.</summary>
/// <param name="Number">The large number; empty when there is none.</param>
/// <param name="Unit">天 or 小时; the word alone when there is no number.</param>
public sealed record Countdown(string Number, string Unit)
{
    /// <summary>Counts from now to the deadline.</summary>
    public static Countdown To(DateTimeOffset opensAt, DateTimeOffset deadline, DateTimeOffset now)
    {
        var left = TimeLeft.Until(deadline, now);
        return left.Number == 0 ? new Countdown("", "已截止")
            : now < opensAt ? new Countdown("", "尚未开始")
            : new Countdown(left.Number.ToString(CultureInfo.InvariantCulture), left.Unit);
    }
}
