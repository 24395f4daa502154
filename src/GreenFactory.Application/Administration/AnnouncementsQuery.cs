using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>An announcement, and which version of it was seen.</summary>
public sealed record SeenAnnouncement(Announcement Row, uint Seen);

/// <summary>Announcements for those who write them, the newest first; one query.</summary>
public sealed class AnnouncementsQuery(PortalDbContext db)
{
    /// <summary>At most 200.</summary>
    public async Task<IReadOnlyList<Announcement>> ReadAsync(CancellationToken cancellation) =>
        await db.Announcements.AsNoTracking().OrderByDescending(row => row.PublishedAt).Take(200).ToListAsync(cancellation);

    /// <summary>One of them with its version (<see cref="TenantModel.RowVersion"/>), or null.</summary>
    public Task<SeenAnnouncement?> FindAsync(Guid id, CancellationToken cancellation) =>
        db.Announcements.AsNoTracking().Where(row => row.Id == id).Select(row => new SeenAnnouncement(row, EF.Property<uint>(row, TenantModel.RowVersion))).FirstOrDefaultAsync(cancellation);
}
