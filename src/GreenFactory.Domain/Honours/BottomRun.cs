namespace GreenFactory.Domain.Honours;

/// <summary>How many years running a unit lies in the last 5 %.</summary>
public static class BottomRun
{
    /// <summary>
    /// The number of years running that end with a year. A year in which the unit has no place ends the run: it did not benchmark, which is a ground of its own, or was not
    /// on the list.
    /// </summary>
    /// <param name="bottom">For each year with a place, whether it was in the last 5 %.</param>
    /// <param name="year">The last year of the run.</param>
    public static int LengthAt(IReadOnlyDictionary<int, bool> bottom, int year)
    {
        var length = 0;
        while (bottom.TryGetValue(year - length, out var isBottom) && isBottom)
        {
            length++;
        }

        return length;
    }

    /// <summary>A run that is not empty, in short.</summary>
    public static string Short(int length) => length switch
    {
        1 => "第一年",
        2 => "连续两年",
        3 => "连续三年",
        _ => $"连续{length}年",
    };

    /// <summary>What follows from a run, in Chinese; null for no run.</summary>
    public static string? Words(int length) => length switch
    {
        0 => null,
        1 => "预警：第一年处于后5%",
        2 => "预警：连续两年处于后5%，再有一年将移出名录",
        _ => $"连续{(length == 3 ? "三" : $"{length}")}年处于后5%，按通知移出名录",
    };
}
