using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.PublicSite;

/// <summary>An announcement in a list.</summary>
/// <param name="Id">Its key, part of its address.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Kind in one word, such as 通知.</param>
/// <param name="PublishedAt">When it became public.</param>
public sealed record AnnouncementLine(Guid Id, string Title, string Kind, DateTimeOffset PublishedAt);

/// <summary>Lists published announcements, latest first. One query.</summary>
public sealed class AnnouncementListQuery(PortalDbContext db, TimeProvider clock)
{
    /// <summary>At most <paramref name="count"/> announcements published before <paramref name="before"/> (null: from the latest on).</summary>
    public async Task<IReadOnlyList<AnnouncementLine>> RunAsync(int count, DateTimeOffset? before, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await db.Announcements
            .Where(row => row.PublishedAt <= now && (before == null || row.PublishedAt < before))
            .OrderByDescending(row => row.PublishedAt).ThenBy(row => row.Id)
            .Take(count)
            .Select(row => new AnnouncementLine(row.Id, row.Title, row.Kind, row.PublishedAt))
            .ToListAsync(cancellation);
    }
}
