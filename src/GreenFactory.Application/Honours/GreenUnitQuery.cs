using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>One year's honour as shown on the unit's page; the rule set is named by identifier and version, and by its title where the library has it.</summary>
public sealed record GreenUnitHonour(int Year, HonourLevel Level, string CertificateNumber, decimal? Points, string RuleSet, string? RuleSetTitle, PublicationId? PublicationId, string? DocumentNumber);

/// <summary>One event as shown on the unit's page.</summary>
public sealed record GreenUnitHappening(DateOnly OccurredOn, GreenUnitEventKind Kind, string Ground);

/// <summary>Everything public about a unit.</summary>
public sealed record GreenUnitPage(GreenUnit Unit, IReadOnlyList<GreenUnitHonour> Honours, IReadOnlyList<GreenUnitHappening> Events);

/// <summary>Reads the page of a unit of the register; three queries.</summary>
public sealed class GreenUnitQuery(PortalDbContext db)
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
                db.Publications.Where(publication => publication.Id == row.PublicationId).Select(publication => publication.DocumentNumber).FirstOrDefault()))
            .ToListAsync(cancellation);
        var events = await db.GreenUnitEvents.Where(row => row.GreenUnitId == id).OrderBy(row => row.OccurredOn).ThenBy(row => row.Id)
            .Select(row => new GreenUnitHappening(row.OccurredOn, row.Kind, row.Ground))
            .ToListAsync(cancellation);
        return new GreenUnitPage(unit, honours, events);
    }
}
