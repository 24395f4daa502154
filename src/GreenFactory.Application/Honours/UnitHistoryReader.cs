using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Reads what only the register knows of units: changes of name, honours of earlier lists. One query, none for no unit.</summary>
public sealed class UnitHistoryReader(PortalDbContext db)
{
    /// <summary>Reads the histories of units.</summary>
    public async Task<IReadOnlyDictionary<GreenUnitId, UnitHistory>> ReadAsync(IReadOnlyCollection<GreenUnitId> units, CancellationToken cancellation)
    {
        if (units.Count == 0)
        {
            return new Dictionary<GreenUnitId, UnitHistory>();
        }

        var rows = await db.GreenUnits.Where(unit => units.Contains(unit.Id)).AsSingleQuery().Select(unit => new
        {
            unit.Id,
            Changes = db.GreenUnitEvents.Where(e => e.GreenUnitId == unit.Id && e.Kind == GreenUnitEventKind.Renamed).OrderByDescending(e => e.OccurredOn)
                .Select(e => new { e.OccurredOn, e.Ground, Signed = e.PublicationId != null }).ToList(),
            Honours = db.Honours.Where(honour => honour.GreenUnitId == unit.Id).Select(honour => new { honour.Year, honour.Level, Signed = honour.PublicationId != null }).ToList(),
        }).ToListAsync(cancellation);
        return rows.ToDictionary(row => row.Id, row => new UnitHistory(
            [.. row.Changes.Where(e => !e.Signed).Select(e => (e.OccurredOn, e.Ground))],
            [.. row.Changes.Select(e => e.Ground)],
            [.. row.Honours.Where(honour => !honour.Signed).Select(honour => (honour.Year, honour.Level))],
            row.Honours.Exists(honour => honour.Signed)));
    }
}
