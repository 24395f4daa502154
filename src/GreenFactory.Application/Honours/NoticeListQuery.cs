using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A notice in the list of notices and publications.</summary>
public sealed record NoticeLine(NoticeId Id, string Title, DateTimeOffset OpensAt, DateTimeOffset EndsAt, DateTimeOffset? ClosedAt, int Units);

/// <summary>A publication in that list.</summary>
public sealed record PublicationLine(PublicationId Id, NoticeId NoticeId, string Title, string DocumentNumber, DateTimeOffset PublishedAt, int Units);

/// <summary>Public notices and publications, the newest first.</summary>
public sealed record NoticeList(IReadOnlyList<NoticeLine> Notices, IReadOnlyList<PublicationLine> Publications);

/// <summary>Lists public notices and publications, at most 50 of each; two queries.</summary>
public sealed class NoticeListQuery(PortalDbContext db)
{
    private const int Largest = 50;

    /// <summary>Lists.</summary>
    public async Task<NoticeList> ListAsync(CancellationToken cancellation)
    {
        var notices = await db.Notices.OrderByDescending(row => row.OpensAt).Take(Largest)
            .Select(row => new NoticeLine(row.Id, row.Title, row.OpensAt, row.EndsAt, row.ClosedAt, db.NoticeRows.Count(line => line.NoticeId == row.Id)))
            .ToListAsync(cancellation);
        var publications = await db.Publications.OrderByDescending(row => row.PublishedAt).Take(Largest)
            .Select(row => new PublicationLine(row.Id, row.NoticeId, row.Title, row.DocumentNumber, row.PublishedAt, db.PublicationRows.Count(line => line.PublicationId == row.Id)))
            .ToListAsync(cancellation);
        return new NoticeList(notices, publications);
    }
}
