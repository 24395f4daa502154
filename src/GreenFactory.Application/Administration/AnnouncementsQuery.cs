using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>Announcements for those who write them, the newest first; one query.</summary>
public sealed class AnnouncementsQuery(PortalDbContext db)
{
    /// <summary>At most 200.</summary>
    public async Task<IReadOnlyList<Announcement>> ReadAsync(CancellationToken cancellation) =>
        await db.Announcements.AsNoTracking().OrderByDescending(row => row.PublishedAt).Take(200).ToListAsync(cancellation);

    /// <summary>One of them, or null.</summary>
    public Task<Announcement?> FindAsync(Guid id, CancellationToken cancellation) => db.Announcements.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation);
}
