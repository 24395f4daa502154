using System.Globalization;
using GreenFactory.Domain.Municipalities;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Seeding;

/// <summary>The holidays that ship with the program, taken from the State Council's notices.</summary>
public static class HolidayTable
{
    /// <summary>The word for a holiday; every other row of a table is <see cref="Working"/>.</summary>
    public const string Off = "放假";

    /// <summary>The word for a make-up working day.</summary>
    public const string Working = "上班";

    private const string FileName = "holidays.csv";

    /// <summary>The days of all years that ship.</summary>
    public static IEnumerable<CalendarDay> Shipped(MunicipalityId municipality) => ReferenceFiles.Read(FileName).Select(row => CalendarDay.Create(
        municipality, DateOnly.ParseExact(row["date"], "yyyy-MM-dd", CultureInfo.InvariantCulture), row["kind"] == Working, row["name"], row["source"]));
}
