using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Organisations;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.PublicSite;

/// <summary>How many units stand on the list, each counted once at its highest level.</summary>
/// <param name="MunicipalFactories">Factories of the municipal level.</param>
/// <param name="NationalFactories">Factories of the national level.</param>
/// <param name="Parks">Parks of either level.</param>
public sealed record RegisterFigures(int MunicipalFactories, int NationalFactories, int Parks);

/// <summary>Counts the units that stand on the list. One query.</summary>
public sealed class RegisterFiguresQuery(PortalDbContext db)
{
    /// <summary>Counts.</summary>
    public async Task<RegisterFigures> RunAsync(CancellationToken cancellation)
    {
        var counts = await db.GreenUnits.Where(unit => unit.State != GreenUnitState.Removed)
            .GroupBy(unit => new { unit.Kind, unit.Level })
            .Select(group => new { group.Key.Kind, group.Key.Level, Count = group.Count() })
            .ToListAsync(cancellation);
        return new RegisterFigures(
            counts.Where(row => row.Kind is OrganisationKind.Factory && row.Level is HonourLevel.Municipal).Sum(row => row.Count),
            counts.Where(row => row.Kind is OrganisationKind.Factory && row.Level is HonourLevel.National).Sum(row => row.Count),
            counts.Where(row => row.Kind is OrganisationKind.Park).Sum(row => row.Count));
    }
}
