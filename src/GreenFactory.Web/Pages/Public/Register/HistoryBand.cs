using System.Globalization;
using GreenFactory.Application.Honours;
using GreenFactory.Domain.Honours;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Pages.Public.Register;

/// <summary>A bar or a dot of the history, in per cent of the drawing.</summary>
/// <param name="From">Left end.</param>
/// <param name="Width">Width; zero for a dot.</param>
/// <param name="Label">Text beside it.</param>
/// <param name="Style">Class of the shape.</param>
public sealed record BandPart(decimal From, decimal Width, string Label, string Style);

/// <summary>The history of a unit as three bands over its years: level, name, events. The table below it says the same in words.</summary>
public sealed class HistoryBand
{
    /// <summary>So many years fit a narrow screen.</summary>
    public const int FewYears = 2;

    private const decimal Left = 8m;

    private readonly DateOnly start;
    private readonly DateOnly end;

    /// <summary>Draws a unit as it stands on a day.</summary>
    public HistoryBand(GreenUnitPage page, DateOnly today)
    {
        var first = page.Events.Select(happening => happening.OccurredOn).Append(new DateOnly(page.Unit.AdmittedYear, 1, 1)).Min();
        start = new DateOnly(first.Year, 1, 1);
        end = new DateOnly(Math.Max(today.Year, start.Year) + 1, 1, 1);
        var removed = page.Events.LastOrDefault(happening => happening.Kind is GreenUnitEventKind.Removed)?.OccurredOn;
        var from = page.Events.FirstOrDefault(happening => happening.Kind is GreenUnitEventKind.Admitted)?.OccurredOn ?? new DateOnly(page.Unit.AdmittedYear, 1, 1);
        var last = removed ?? today;
        last = last > from ? last : from.AddDays(1);
        Today = At(today);
        Levels = [.. LevelBars(page, from, last)];
        Names = [.. NameBars(page, from, last)];
        Events = [.. page.Events.Select(happening => new BandPart(At(happening.OccurredOn), 0, HonourWords.Of(happening.Kind), "bd-ok"))];
        Years = [.. Enumerable.Range(start.Year, end.Year - start.Year).Select(year => new BandPart(At(new DateOnly(year, 1, 1)), 0, year.ToString(CultureInfo.InvariantCulture), "ch-t"))];
        Summary = $"{page.Unit.AdmittedYear} 年首次列入，截至 {DateText.FullDay(today)} {HonourWords.Of(page.Unit.State)}";
    }

    /// <summary>Position of today.</summary>
    public decimal Today { get; }

    /// <summary>Bars of the levels held.</summary>
    public IReadOnlyList<BandPart> Levels { get; }

    /// <summary>Bars of the names borne.</summary>
    public IReadOnlyList<BandPart> Names { get; }

    /// <summary>Dots of the events.</summary>
    public IReadOnlyList<BandPart> Events { get; }

    /// <summary>Beginnings of the years.</summary>
    public IReadOnlyList<BandPart> Years { get; }

    /// <summary>The drawing in one sentence, for those who do not see it.</summary>
    public string Summary { get; }

    private decimal At(DateOnly day) => Math.Round(Left + ((100m - Left) * (day.DayNumber - start.DayNumber) / (end.DayNumber - start.DayNumber)), 2);

    private IEnumerable<BandPart> LevelBars(GreenUnitPage page, DateOnly from, DateOnly last)
    {
        var national = page.Honours.Where(honour => honour.Level is HonourLevel.National).Select(honour => (int?)honour.Year).Min();
        var raised = national is { } year ? new DateOnly(Math.Max(year, from.Year), year > from.Year ? 1 : from.Month, year > from.Year ? 1 : from.Day) : last;
        if (raised > from)
        {
            yield return Bar(from, raised, "市级", "bd-city");
        }

        if (national is not null && last > raised)
        {
            yield return Bar(raised, last, "国家级", "bd-nat");
        }
    }

    private IEnumerable<BandPart> NameBars(GreenUnitPage page, DateOnly from, DateOnly last)
    {
        var names = page.Unit.FormerNames.Split('、', StringSplitOptions.RemoveEmptyEntries).Append(page.Unit.Name).ToList();
        var changes = page.Events.Where(happening => happening.Kind is GreenUnitEventKind.Renamed).Select(happening => happening.OccurredOn).ToList();
        for (var i = 0; i < names.Count; i++)
        {
            var to = i < names.Count - 1 && i < changes.Count ? changes[i] : last;
            if (to > from)
            {
                yield return Bar(from, to, names[i], "bd-name");
            }

            from = to;
        }
    }

    private BandPart Bar(DateOnly from, DateOnly to, string label, string style) => new(At(from), At(to) - At(from), label, style);
}
