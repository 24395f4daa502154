using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>What is searched for in the register (名录); everything may be left out.</summary>
/// <param name="Text">Part of a present or former name, credit code or certificate number, in any spelling.</param>
public sealed record RegisterSearch(
    string? Text = null, DistrictId? District = null, int? Year = null, OrganisationKind? Kind = null, HonourLevel? Level = null, GreenUnitState? State = null)
{
    /// <summary>The row after which the page begins, as <see cref="RegisterPage.Next"/> gave it.</summary>
    public RegisterCursor? After { get; init; }

    /// <summary>Rows of a page, at most 200.</summary>
    public int Size { get; init; } = 20;
}

/// <summary>Place of a row in the order of the register.</summary>
public sealed record RegisterCursor(string Name, GreenUnitId Id);

/// <summary>One unit in the register.</summary>
public sealed record RegisterEntry(
    GreenUnitId Id,
    string Name,
    string FormerNames,
    string CreditCode,
    string Site,
    DistrictId DistrictId,
    string DistrictName,
    OrganisationKind Kind,
    HonourLevel Level,
    GreenUnitState State,
    int AdmittedYear,
    string CertificateNumber)
{
    /// <summary>A unit as the register holds it.</summary>
    public static RegisterEntry Of(GreenUnit unit) => new(
        unit.Id, unit.Name, unit.FormerNames, unit.CreditCode.Value, unit.Site, unit.DistrictId, unit.DistrictName, unit.Kind, unit.Level, unit.State, unit.AdmittedYear, unit.CertificateNumber);
}

/// <summary>How many units of the search have one value of a filter.</summary>
public sealed record RegisterCount<T>(T Value, string Label, int Count);

/// <summary>A page of the register with the counts of its filters. What is shown of each unit is what was signed of it; the counts are those of the register.</summary>
public sealed record RegisterPage(
    IReadOnlyList<CheckedUnit> Entries,
    int Total,
    RegisterCursor? Next,
    IReadOnlyList<RegisterCount<DistrictId>> Districts,
    IReadOnlyList<RegisterCount<OrganisationKind>> Kinds,
    IReadOnlyList<RegisterCount<HonourLevel>> Levels,
    IReadOnlyList<RegisterCount<GreenUnitState>> States)
{
    /// <summary>How many units of the signed lists the register no longer holds; counted only where nothing narrows the list.</summary>
    public int Missing { get; init; }
}

/// <summary>
/// Searches the register, in the order of names, and holds each unit against the signed lists; four queries, at most six where a list is new to the
/// program or a unit differs.
/// </summary>
public sealed class RegisterSearchQuery(PortalDbContext db, SignedRegisterReader lists, UnitHistoryReader histories, SignedLists alarm)
{
    private const int LargestPage = 200;
    private const int MostWords = 5;

    /// <summary>Searches. The counts beside the filters are those of the text and year alone, so that a choice can be changed.</summary>
    public async Task<RegisterPage> SearchAsync(RegisterSearch search, CancellationToken cancellation)
    {
        var found = Matching(search);
        var counted = await found
            .GroupBy(unit => new { unit.DistrictId, unit.DistrictName, unit.Kind, unit.Level, unit.State })
            .Select(group => new { group.Key.DistrictId, group.Key.DistrictName, group.Key.Kind, group.Key.Level, group.Key.State, Count = group.Count() })
            .ToListAsync(cancellation);
        var chosen = counted.Where(row =>
            (search.District is null || row.DistrictId == search.District) && (search.Kind is null || row.Kind == search.Kind)
            && (search.Level is null || row.Level == search.Level) && (search.State is null || row.State == search.State));

        var size = Math.Clamp(search.Size, 1, LargestPage);
        var entries = await Page(Filtered(found, search), search.After)
            .Take(size + 1)
            .Select(unit => new RegisterEntry(
                unit.Id, unit.Name, unit.FormerNames, unit.CreditCode.Value, unit.Site, unit.DistrictId, unit.DistrictName, unit.Kind, unit.Level, unit.State, unit.AdmittedYear, unit.CertificateNumber))
            .ToListAsync(cancellation);
        var page = entries.Take(size).ToList();
        var signed = await lists.ReadAsync(cancellation);
        var total = chosen.Sum(row => row.Count);
        return new RegisterPage(
            await CheckedAsync(page, signed, cancellation),
            total,
            entries.Count > size ? new RegisterCursor(page[^1].Name, page[^1].Id) : null,
            [.. counted.GroupBy(row => (row.DistrictId, row.DistrictName)).OrderByDescending(group => group.Sum(row => row.Count)).ThenBy(group => group.Key.DistrictName, StringComparer.Ordinal)
                .Select(group => new RegisterCount<DistrictId>(group.Key.DistrictId, group.Key.DistrictName, group.Sum(row => row.Count)))],
            [.. counted.GroupBy(row => row.Kind).OrderBy(group => group.Key).Select(group => new RegisterCount<OrganisationKind>(group.Key, HonourWords.Of(group.Key), group.Sum(row => row.Count)))],
            [.. counted.GroupBy(row => row.Level).OrderBy(group => group.Key).Select(group => new RegisterCount<HonourLevel>(group.Key, HonourWords.Of(group.Key), group.Sum(row => row.Count)))],
            [.. counted.GroupBy(row => row.State).OrderBy(group => group.Key).Select(group => new RegisterCount<GreenUnitState>(group.Key, HonourWords.Of(group.Key), group.Sum(row => row.Count)))])
        {
            Missing = search with { After = null, Size = 0 } == new RegisterSearch { Size = 0 } ? await MissingAsync(signed, cancellation) : 0,
        };
    }

    /// <summary>How many units of the signed lists have no honour of such a list in the register.</summary>
    private async Task<int> MissingAsync(SignedRegister signed, CancellationToken cancellation) =>
        Math.Max(0, signed.Units - await db.Honours.Where(honour => honour.PublicationId != null).Select(honour => honour.GreenUnitId).Distinct().CountAsync(cancellation));

    private async Task<IReadOnlyList<CheckedUnit>> CheckedAsync(List<RegisterEntry> page, SignedRegister signed, CancellationToken cancellation)
    {
        var known = await histories.ReadAsync([.. page.Where(unit => RegisterComparison.NeedsHistory(unit, signed)).Select(unit => unit.Id)], cancellation);
        List<CheckedUnit> units = [.. page.Select(unit => RegisterComparison.Check(unit, signed, known.GetValueOrDefault(unit.Id, UnitHistory.None)))];
        foreach (var unit in units.Where(unit => unit.Faults.Count > 0))
        {
            alarm.Alarm($"The unit {unit.Shown.CertificateNumber} of the register", unit.Faults);
        }

        return units;
    }

    private IQueryable<GreenUnit> Matching(RegisterSearch search)
    {
        var units = db.GreenUnits.AsNoTracking();
        var patterns = (search.Text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(SearchPattern.Of).OfType<string>();
        foreach (var pattern in patterns.Take(MostWords))
        {
            units = units.Where(unit => EF.Functions.Like(unit.SearchText, pattern, SearchPattern.Escape));
        }

        return search.Year is { } year ? units.Where(unit => db.Honours.Any(honour => honour.GreenUnitId == unit.Id && honour.Year == year)) : units;
    }

    private static IQueryable<GreenUnit> Filtered(IQueryable<GreenUnit> units, RegisterSearch search)
    {
        if (search.District is { } district)
        {
            units = units.Where(unit => unit.DistrictId == district);
        }

        if (search.Kind is { } kind)
        {
            units = units.Where(unit => unit.Kind == kind);
        }

        if (search.Level is { } level)
        {
            units = units.Where(unit => unit.Level == level);
        }

        return search.State is { } state ? units.Where(unit => unit.State == state) : units;
    }

    private static IQueryable<GreenUnit> Page(IQueryable<GreenUnit> units, RegisterCursor? after) =>
        (after is null ? units : units.Where(unit => EF.Functions.GreaterThan(ValueTuple.Create(unit.Name, unit.Id), ValueTuple.Create(after.Name, after.Id))))
        .OrderBy(unit => unit.Name).ThenBy(unit => unit.Id);
}
