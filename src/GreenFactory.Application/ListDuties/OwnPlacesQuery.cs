using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.ListDuties;

/// <summary>The latest fixed place of a unit that lies in the last 5 %, in words for the unit.</summary>
public sealed record OwnWarning(string UnitName, string Sentence);

/// <summary>Reads early warnings of the person's own units; one query. Row security leaves the places of other units out.</summary>
public sealed class OwnPlacesQuery(PortalDbContext db)
{
    /// <summary>Reads the warnings of the latest fixed year of each unit.</summary>
    public async Task<IReadOnlyList<OwnWarning>> ReadAsync(CancellationToken cancellation)
    {
        var rows = await db.BenchmarkPlaces.AsNoTracking().Join(db.GreenUnits, place => place.GreenUnitId, unit => unit.Id, (place, unit) => new { place, unit.Name }).ToListAsync(cancellation);
        return
        [
            .. from unit in rows.GroupBy(row => row.place.GreenUnitId)
               let latest = unit.MaxBy(row => row.place.Year)!
               let run = BottomRun.LengthAt(unit.ToDictionary(row => row.place.Year, row => row.place.IsBottom), latest.place.Year)
               where run > 0
               select new OwnWarning(latest.Name, PlaceWords.Of(latest.place.Year, latest.place.AsPlaced(), run)),
        ];
    }
}
