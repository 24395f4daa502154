using GreenFactory.Domain.Shared;

namespace GreenFactory.Domain.Municipalities;

/// <summary>A day that the State Council's yearly notice makes a holiday or a make-up working day (放假、调休上班).</summary>
public sealed class CalendarDay : ITenantOwned
{
    private CalendarDay()
    {
    }

    /// <inheritdoc/>
    public MunicipalityId MunicipalityId { get; private set; }

    /// <summary>The day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>True for a make-up working day, false for a holiday.</summary>
    public bool IsWorkingDay { get; private set; }

    /// <summary>Why, such as 国庆节 or 国庆节调休.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Number of the notice, such as 国办发明电〔2025〕7号.</summary>
    public string Source { get; private set; } = "";

    /// <summary>Makes a day.</summary>
    public static CalendarDay Create(MunicipalityId municipality, DateOnly day, bool isWorkingDay, string name, string source) =>
        new() { MunicipalityId = municipality, Day = day, IsWorkingDay = isWorkingDay, Name = name, Source = source };
}
