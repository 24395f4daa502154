using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A notice with its rows and, once there is one, the publication that followed with the explained differences.</summary>
/// <param name="AcceptsObjections">Whether objections are accepted now.</param>
public sealed record NoticePage(
    Notice Notice, IReadOnlyList<NoticeRow> Rows, bool AcceptsObjections, Publication? Publication, IReadOnlyList<PublicationDifference> Differences);

/// <summary>Reads a public notice; at most four queries.</summary>
public sealed class NoticeQuery(PortalDbContext db, TimeProvider clock)
{
    /// <summary>The notice, or null.</summary>
    public async Task<NoticePage?> ReadAsync(NoticeId id, CancellationToken cancellation)
    {
        if (await db.Notices.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } notice)
        {
            return null;
        }

        var rows = await db.NoticeRows.AsNoTracking().Where(row => row.NoticeId == id).OrderBy(row => row.Position).ToListAsync(cancellation);
        var publication = await db.Publications.AsNoTracking().FirstOrDefaultAsync(row => row.NoticeId == id, cancellation);
        var differences = publication is null
            ? []
            : await db.PublicationDifferences.AsNoTracking().Where(row => row.PublicationId == publication.Id).OrderBy(row => row.OrganisationName).ToListAsync(cancellation);
        return new NoticePage(notice, rows, notice.AcceptsObjections(clock.GetUtcNow()), publication, differences);
    }
}
