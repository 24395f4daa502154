using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.PublicSite;

/// <summary>A published announcement.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Kind">Kind in one word, such as 通知.</param>
/// <param name="PublishedAt">When it became public.</param>
/// <param name="Paragraphs">Its text.</param>
public sealed record AnnouncementText(string Title, string Kind, DateTimeOffset PublishedAt, IReadOnlyList<string> Paragraphs);

/// <summary>Reads one published announcement. One query.</summary>
public sealed class AnnouncementQuery(PortalDbContext db, TimeProvider clock)
{
    /// <summary>The announcement, or null when there is none or it is not yet public.</summary>
    public async Task<AnnouncementText?> RunAsync(Guid id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var row = await db.Announcements.FirstOrDefaultAsync(announcement => announcement.Id == id && announcement.PublishedAt <= now, cancellation);
        return row is null
            ? null
            : new AnnouncementText(row.Title, row.Kind, row.PublishedAt, row.Body.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
