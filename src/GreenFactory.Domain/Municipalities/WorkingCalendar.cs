namespace GreenFactory.Domain.Municipalities;

/// <summary>Which days are working days: Monday to Friday, but for what the yearly notices say. A year without a notice is known to be unknown.</summary>
public sealed class WorkingCalendar
{
    private readonly Dictionary<DateOnly, bool> exceptions;
    private readonly HashSet<int> years;

    /// <summary>Makes the calendar from the days of the notices.</summary>
    public WorkingCalendar(IEnumerable<CalendarDay> days)
    {
        exceptions = days.ToDictionary(day => day.Day, day => day.IsWorkingDay);
        years = [.. exceptions.Keys.Select(day => day.Year)];
    }

    /// <summary>Whether people work on this day.</summary>
    public bool IsWorkingDay(DateOnly day) => exceptions.TryGetValue(day, out var works) ? works : day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    /// <summary>The day that lies a number of working days after another; the day itself does not count.</summary>
    public DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>Years between two days, both included, whose notice is not loaded: only weekends are known of them.</summary>
    public IReadOnlyList<int> UnknownYears(DateOnly from, DateOnly to) => [.. Enumerable.Range(from.Year, to.Year - from.Year + 1).Where(year => !years.Contains(year))];
}
