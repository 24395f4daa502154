using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A unit of the list that can be proposed for removal.</summary>
public sealed record ProposableUnit(GreenUnitId Id, string Name, string DistrictName);

/// <summary>Finds units of the list by name, code or certificate; a district its own. One query.</summary>
public sealed class ProposableUnitQuery(PortalDbContext db, CurrentAccess access)
{
    private const int Most = 20;

    /// <summary>At most 20 units that hold the text.</summary>
    public async Task<IReadOnlyList<ProposableUnit>> FindAsync(string text, CancellationToken cancellation)
    {
        if (SearchPattern.Of(text) is not { } pattern)
        {
            return [];
        }

        var units = db.GreenUnits.Where(unit => unit.State != GreenUnitState.Removed && EF.Functions.Like(unit.SearchText, pattern, SearchPattern.Escape));
        if (access.Scope.Desk is Desk.District)
        {
            var own = access.Scope.Units.Select(unit => new DistrictId(unit)).ToList();
            units = units.Where(unit => own.Contains(unit.DistrictId));
        }

        return await units.OrderBy(unit => unit.Name).Take(Most).Select(unit => new ProposableUnit(unit.Id, unit.Name, unit.DistrictName)).ToListAsync(cancellation);
    }
}
