namespace GreenFactory.Application.Departments;

/// <summary>Working days, Monday to Friday; public holidays are not known here, so a due date can be set by hand.</summary>
public static class WorkingDays
{
    /// <summary>The day that lies a number of working days after another.</summary>
    public static DateOnly After(DateOnly day, int count)
    {
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
        }

        return day;
    }
}
