using GreenFactory.Application.Clock;

namespace GreenFactory.Samples;

/// <summary>Days on which the invented year goes on: Monday to Friday, counted from the day the campaign opens.</summary>
internal sealed class WorkingTime(DateTimeOffset opensAt)
{
    private readonly DateOnly first = ChinaTime.DayOf(opensAt);

    /// <summary>The day after so many working days.</summary>
    public DateOnly Day(int number)
    {
        var day = first;
        for (var left = number; left > 0 || IsWeekend(day);)
        {
            left -= IsWeekend(day) ? 0 : 1;
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>A moment of that day, in Beijing.</summary>
    public DateTimeOffset At(int number, int hour, int minute = 0)
    {
        var day = Day(number);
        return ChinaTime.At(day.Year, day.Month, day.Day, hour).AddMinutes(minute).ToUniversalTime();
    }

    /// <summary>How many working days have passed on a day.</summary>
    public int NumberOf(DateTimeOffset moment)
    {
        var number = 0;
        while (Day(number + 1) <= ChinaTime.DayOf(moment))
        {
            number++;
        }

        return number;
    }

    private static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
