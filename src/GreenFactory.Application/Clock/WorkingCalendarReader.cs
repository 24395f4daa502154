using GreenFactory.Application.Data;
using GreenFactory.Domain.Municipalities;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Clock;

/// <summary>A day counted in working days, and what is not known about it.</summary>
/// <param name="Last">The day.</param>
/// <param name="UnknownYears">Years that were counted by weekends alone.</param>
public sealed record CountedDay(DateOnly Last, IReadOnlyList<int> UnknownYears)
{
    /// <summary>Whether the count went beyond the latest day that is possible, which stands instead.</summary>
    public bool IsCut { get; init; }

    /// <summary>What a page says where a year is not loaded; null where all are.</summary>
    public string? Doubt => UnknownYears.Count == 0 ? null : $"{string.Join("、", UnknownYears)}年放假安排尚未载入，按周末推算";
}

/// <summary>Reads the calendar of the municipality. One query.</summary>
public sealed class WorkingCalendarReader(PortalDbContext db, TimeProvider clock)
{
    /// <summary>The calendar.</summary>
    public async Task<WorkingCalendar> ReadAsync(CancellationToken cancellation) => new(await db.CalendarDays.AsNoTracking().ToListAsync(cancellation));

    /// <summary>The day that lies a number of working days after today, and not after <paramref name="latest"/>.</summary>
    public async Task<CountedDay> AfterTodayAsync(int count, DateOnly latest, CancellationToken cancellation) =>
        await AfterTodayAsync(count, cancellation) is var counted && counted.Last > latest ? new CountedDay(latest, []) { IsCut = true } : counted;

    /// <summary>The day that lies a number of working days after today.</summary>
    public async Task<CountedDay> AfterTodayAsync(int count, CancellationToken cancellation)
    {
        var calendar = await ReadAsync(cancellation);
        var today = ChinaTime.DayOf(clock.GetUtcNow());
        var last = calendar.After(today, count);
        return new CountedDay(last, calendar.UnknownYears(today, last));
    }
}
