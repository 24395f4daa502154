using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>An on-site verification with its case.</summary>
public sealed record SiteVisitView(Declaration Declaration, string Organisation, string Address, SiteVisit? Visit, IReadOnlyList<SiteVisitItem> Items, IReadOnlyList<SiteVisitPhoto> Photos);

/// <summary>A planned or completed visit in the district's list.</summary>
public sealed record SiteVisitRow(DeclarationId Declaration, string Organisation, string Address, DateOnly PlannedOn, string PartOfDay, DateTimeOffset? CompletedAt, string CaseNumber);

/// <summary>Reads on-site verifications of the district.</summary>
public sealed class SiteVisitReader(PortalDbContext db)
{
    /// <summary>The visit of a case; null when this person does not see the case. Four queries.</summary>
    public async Task<SiteVisitView?> ReadAsync(DeclarationId id, CancellationToken cancellation)
    {
        var head = await db.Declarations.AsNoTracking().Where(row => row.Id == id)
            .Join(db.Organisations, row => row.OrganisationId, organisation => organisation.Id, (row, organisation) => new { row, organisation.Name, organisation.Address })
            .FirstOrDefaultAsync(cancellation);
        return head is null ? null : new SiteVisitView(
            head.row,
            head.Name,
            head.Address,
            await db.SiteVisits.AsNoTracking().FirstOrDefaultAsync(row => row.DeclarationId == id, cancellation),
            await db.SiteVisitItems.AsNoTracking().Where(row => row.DeclarationId == id).OrderBy(row => row.Position).ToListAsync(cancellation),
            await db.SiteVisitPhotos.AsNoTracking().Where(row => row.DeclarationId == id).OrderBy(row => row.AddedAt).ToListAsync(cancellation));
    }
}
