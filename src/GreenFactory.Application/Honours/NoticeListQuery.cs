using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A notice in the list of notices and publications, with the year of its campaign.</summary>
public sealed record NoticeLine(NoticeId Id, int Year, string Title, DateTimeOffset OpensAt, DateTimeOffset EndsAt, DateTimeOffset? ClosedAt, int Units);

/// <summary>A publication in that list, with the year of its campaign.</summary>
public sealed record PublicationLine(PublicationId Id, NoticeId NoticeId, int Year, string Title, string DocumentNumber, DateTimeOffset PublishedAt, int Units);

/// <summary>Public notices and publications, the newest first.</summary>
public sealed record NoticeList(IReadOnlyList<NoticeLine> Notices, IReadOnlyList<PublicationLine> Publications);

/// <summary>Lists public notices and publications, at most 50 of each; two queries.</summary>
public sealed class NoticeListQuery(PortalDbContext db)
{
    private const int Largest = 50;

    /// <summary>Lists those of one campaign, or of all for null.</summary>
    public async Task<NoticeList> ListAsync(CampaignId? campaign, CancellationToken cancellation)
    {
        var notices = await db.Notices.Where(row => campaign == null || row.CampaignId == campaign).OrderByDescending(row => row.OpensAt).Take(Largest)
            .Select(row => new NoticeLine(
                row.Id, db.Campaigns.Where(c => c.Id == row.CampaignId).Select(c => c.Year).First(), row.Title, row.OpensAt, row.EndsAt, row.ClosedAt, db.NoticeRows.Count(line => line.NoticeId == row.Id)))
            .ToListAsync(cancellation);
        var publications = await db.Publications.Where(row => campaign == null || row.CampaignId == campaign).OrderByDescending(row => row.PublishedAt).Take(Largest)
            .Select(row => new PublicationLine(
                row.Id, row.NoticeId, db.Campaigns.Where(c => c.Id == row.CampaignId).Select(c => c.Year).First(), row.Title, row.DocumentNumber, row.PublishedAt, db.PublicationRows.Count(line => line.PublicationId == row.Id)))
            .ToListAsync(cancellation);
        return new NoticeList(notices, publications);
    }
}
