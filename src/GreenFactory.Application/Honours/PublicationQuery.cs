using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A unit of a published list.</summary>
/// <param name="Text">Canonical JSON of the row as signed.</param>
public sealed record PublishedUnit(GreenUnitId GreenUnitId, int Position, string Name, string CreditCode, string DistrictName, string CertificateNumber, string Text, string LeafHash);

/// <summary>A published list with the explained differences to its notice.</summary>
public sealed record PublicationPage(Publication Publication, IReadOnlyList<PublishedUnit> Units, IReadOnlyList<PublicationDifference> Differences);

/// <summary>Reads a published list; three queries.</summary>
public sealed class PublicationQuery(PortalDbContext db)
{
    /// <summary>The publication, or null.</summary>
    public async Task<PublicationPage?> ReadAsync(PublicationId id, CancellationToken cancellation)
    {
        if (await db.Publications.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } publication)
        {
            return null;
        }

        var units = await db.PublicationRows.Where(row => row.PublicationId == id).OrderBy(row => row.Position)
            .Join(db.GreenUnits, row => row.GreenUnitId, unit => unit.Id, (row, unit) => new PublishedUnit(
                unit.Id, row.Position, unit.Name, unit.CreditCode.Value, unit.DistrictName, unit.CertificateNumber, row.Text, row.LeafHash))
            .ToListAsync(cancellation);
        var differences = await db.PublicationDifferences.AsNoTracking().Where(row => row.PublicationId == id).OrderBy(row => row.OrganisationName).ToListAsync(cancellation);
        return new PublicationPage(publication, [.. units.OrderBy(unit => unit.Position)], differences);
    }
}
