using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Reads what only the register knows of units: changes of name, honours of earlier lists. Two queries, none for no unit.</summary>
public sealed class UnitHistoryReader(PortalDbContext db)
{
    /// <summary>Reads the histories of units.</summary>
    public async Task<IReadOnlyDictionary<GreenUnitId, UnitHistory>> ReadAsync(IReadOnlyCollection<GreenUnitId> units, CancellationToken cancellation)
    {
        if (units.Count == 0)
        {
            return new Dictionary<GreenUnitId, UnitHistory>();
        }

        var changes = (await db.GreenUnitEvents.Where(e => units.Contains(e.GreenUnitId) && e.Kind == GreenUnitEventKind.Renamed).OrderByDescending(e => e.OccurredOn)
            .Select(e => new { e.GreenUnitId, e.OccurredOn, e.Ground, Signed = e.PublicationId != null }).ToListAsync(cancellation)).ToLookup(e => e.GreenUnitId);
        var honours = (await db.Honours.Where(honour => units.Contains(honour.GreenUnitId))
            .Select(honour => new { honour.GreenUnitId, honour.Year, honour.Level, Signed = honour.PublicationId != null }).ToListAsync(cancellation)).ToLookup(honour => honour.GreenUnitId);
        return units.Distinct().ToDictionary(id => id, id => new UnitHistory(
            [.. changes[id].Where(e => !e.Signed).Select(e => (e.OccurredOn, e.Ground))],
            [.. changes[id].Select(e => e.Ground)],
            [.. honours[id].Where(honour => !honour.Signed).Select(honour => (honour.Year, honour.Level))],
            honours[id].Any(honour => honour.Signed)));
    }
}
