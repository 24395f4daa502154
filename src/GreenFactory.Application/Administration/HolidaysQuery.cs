using GreenFactory.Application.Data;
using GreenFactory.Domain.Municipalities;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>The loaded holidays and make-up working days.</summary>
public sealed class HolidaysQuery(PortalDbContext db)
{
    /// <summary>Years that are loaded, the latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(CancellationToken cancellation) =>
        await db.CalendarDays.Select(day => day.Day.Year).Distinct().OrderByDescending(year => year).ToListAsync(cancellation);

    /// <summary>The days of a year in their order; none when the year is not loaded.</summary>
    public async Task<IReadOnlyList<CalendarDay>> DaysAsync(int year, CancellationToken cancellation) =>
        await db.CalendarDays.AsNoTracking().Where(day => day.Day.Year == year).OrderBy(day => day.Day).ToListAsync(cancellation);
}
