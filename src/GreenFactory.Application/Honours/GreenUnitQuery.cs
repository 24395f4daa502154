using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>One year's honour as shown on the unit's page; the rule set is named by identifier and version, and by its title where the library has it.</summary>
public sealed record GreenUnitHonour(int Year, HonourLevel Level, string CertificateNumber, decimal? Points, string RuleSet, string? RuleSetTitle, PublicationId? PublicationId, string? DocumentNumber);

/// <summary>One event as shown on the unit's page.</summary>
public sealed record GreenUnitHappening(DateOnly OccurredOn, GreenUnitEventKind Kind, string Ground)
{
    /// <summary>The publication that announced it; null for none of this platform.</summary>
    public PublicationId? PublicationId { get; init; }
}

/// <summary>Everything public about a unit. What a signed list says of it stands in the place of what is registered.</summary>
/// <param name="Checked">The unit, held against the signed lists; its faults are those of the whole page.</param>
/// <param name="Honours">Its honours, the latest first.</param>
/// <param name="Events">Its events, the earliest first.</param>
public sealed record GreenUnitPage(CheckedUnit Checked, IReadOnlyList<GreenUnitHonour> Honours, IReadOnlyList<GreenUnitHappening> Events)
{
    /// <summary>What may be shown of the unit.</summary>
    public RegisterEntry Unit => Checked.Shown;
}

/// <summary>Reads the page of a unit of the register; four queries, five where a list is new to the program.</summary>
public sealed class GreenUnitQuery(PortalDbContext db, SignedRegisterReader lists, SignedLists alarm)
{
    /// <summary>The unit, or null.</summary>
    public async Task<GreenUnitPage?> ReadAsync(GreenUnitId id, CancellationToken cancellation)
    {
        if (await db.GreenUnits.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } unit)
        {
            return null;
        }

        var honours = await db.Honours.Where(row => row.GreenUnitId == id).OrderByDescending(row => row.Year)
            .Select(row => new GreenUnitHonour(
                row.Year,
                row.Level,
                row.CertificateNumber,
                row.Points,
                row.RuleSet,
                db.RuleSetVersions.Where(version => version.RuleSetId + " " + version.Version == row.RuleSet).Select(version => version.Title).FirstOrDefault(),
                row.PublicationId,
                null))
            .ToListAsync(cancellation);
        var events = await db.GreenUnitEvents.Where(row => row.GreenUnitId == id).OrderBy(row => row.OccurredOn).ThenBy(row => row.Id)
            .Select(row => new GreenUnitHappening(row.OccurredOn, row.Kind, row.Ground) { PublicationId = row.PublicationId })
            .ToListAsync(cancellation);
        var signed = await lists.ReadAsync(cancellation);
        var entry = RegisterEntry.Of(unit);
        var compared = RegisterComparison.Check(entry, signed, HistoryOf(honours, events));
        var page = signed.Find(entry.CreditCode, entry.Site, entry.CertificateNumber) is { } standing
            ? Signed(compared, standing, honours, events)
            : new GreenUnitPage(compared, honours, events);
        if (page.Checked.Faults.Count > 0)
        {
            alarm.Alarm($"The unit {page.Unit.CertificateNumber} of the register", page.Checked.Faults);
        }

        return page;
    }

    private static UnitHistory HistoryOf(List<GreenUnitHonour> honours, List<GreenUnitHappening> events)
    {
        var changes = events.Where(happening => happening.Kind is GreenUnitEventKind.Renamed).Reverse().ToList();
        return new UnitHistory(
            [.. changes.Where(change => change.PublicationId is null).Select(change => (change.OccurredOn, change.Ground))],
            [.. changes.Select(change => change.Ground)],
            [.. honours.Where(honour => honour.PublicationId is null).Select(honour => (honour.Year, honour.Level))],
            honours.Exists(honour => honour.PublicationId is not null));
    }

    /// <summary>Honours and events of signed lists are told as they were signed; what the tables add to or take from them is a fault.</summary>
    private static GreenUnitPage Signed(CheckedUnit compared, SignedStanding standing, List<GreenUnitHonour> honours, List<GreenUnitHappening> events)
    {
        List<GreenUnitHonour> named =
        [
            .. standing.Rows.Select(line => new GreenUnitHonour(
                line.List.Document.Heading.Year,
                line.List.Level,
                line.Row.CertificateNumber,
                line.Row.Points,
                line.Row.RuleSet,
                honours.Find(honour => honour.RuleSet == line.Row.RuleSet)?.RuleSetTitle,
                line.List.Id,
                line.List.DocumentNumber)),
        ];
        List<GreenUnitHappening> announced =
        [
            .. standing.Rows.Select(line => new GreenUnitHappening(
                DayOf(line.List), GreenUnitEventKind.Admitted, HonourWords.Admission(line.List.Document.Heading.Year, line.Row.Kind, line.List.DocumentNumber)) { PublicationId = line.List.Id }),
            .. standing.Removals.Select(line => new GreenUnitHappening(DayOf(line.List), GreenUnitEventKind.Removed, line.Ground) { PublicationId = line.List.Id }),
            .. standing.Restorations.Select(line => new GreenUnitHappening(DayOf(line.List), GreenUnitEventKind.Restored, line.Ground) { PublicationId = line.List.Id }),
        ];
        List<string> faults = [.. compared.Faults];
        faults.AddRange(honours.Where(honour => honour.PublicationId is not null).Select(honour => honour with { RuleSetTitle = null, DocumentNumber = null })
            .Except(named.Select(honour => honour with { RuleSetTitle = null, DocumentNumber = null }))
            .Select(honour => $"{honour.Year}年度登记的证书编号或得分与签名的名单不一致。"));
        faults.AddRange(named.Where(honour => !honours.Exists(row => row.PublicationId == honour.PublicationId)).Select(honour => $"签名的名单中有{honour.Year}年度的称号，登记中没有。"));
        if (!events.Where(happening => happening.PublicationId is not null && happening.Kind is GreenUnitEventKind.Admitted or GreenUnitEventKind.Removed or GreenUnitEventKind.Restored).ToHashSet().SetEquals(announced))
        {
            faults.Add("登记的列入或移出记录与签名的名单不一致。");
        }

        return new GreenUnitPage(
            compared with { Faults = faults, Proof = faults.Count > 0 ? RegisterProof.Differs : compared.Proof },
            [.. named.Concat(honours.Where(honour => honour.PublicationId is null && named.TrueForAll(row => row.CertificateNumber != honour.CertificateNumber))).OrderByDescending(honour => honour.Year)],
            [.. announced.Concat(events.Where(happening => happening.PublicationId is null || happening.Kind is not (GreenUnitEventKind.Admitted or GreenUnitEventKind.Removed or GreenUnitEventKind.Restored))).OrderBy(happening => happening.OccurredOn)]);
    }

    private static DateOnly DayOf(HeldList list) => ChinaTime.DayOf(list.Document.Heading.SignedAt);
}
