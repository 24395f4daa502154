using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A notice in the list of notices and publications, as it was signed; without title, and with registered dates, where <paramref name="Fault"/> says that the check does not hold.</summary>
public sealed record NoticeLine(NoticeId Id, int Year, string Title, DateTimeOffset OpensAt, DateTimeOffset EndsAt, DateTimeOffset? ClosedAt, int Units, string? Fault = null);

/// <summary>A publication in that list, as it was signed; without title, and with registered dates, where <paramref name="Fault"/> says that the check does not hold.</summary>
public sealed record PublicationLine(PublicationId Id, NoticeId? NoticeId, int Year, string Title, string DocumentNumber, DateTimeOffset PublishedAt, int Units, string? Fault = null);

/// <summary>Public notices and publications, the newest first.</summary>
public sealed record NoticeList(IReadOnlyList<NoticeLine> Notices, IReadOnlyList<PublicationLine> Publications);

/// <summary>Lists public notices and publications, at most 50 of each, out of what was signed; two queries, four where a list is new to the program.</summary>
public sealed class NoticeListQuery(PortalDbContext db, SignedRegisterReader lists)
{
    /// <summary>Stands where a title that nobody signed would mislead.</summary>
    private const string Withheld = "没有通过核验的名单";

    private const int Largest = 50;

    /// <summary>Lists those of one campaign, or of all for null.</summary>
    public async Task<NoticeList> ListAsync(CampaignId? campaign, CancellationToken cancellation) =>
        new(await NoticesAsync(campaign, cancellation), await PublicationsAsync(campaign, cancellation));

    /// <summary>Lists the notices alone; one query, two where one is new to the program.</summary>
    public async Task<IReadOnlyList<NoticeLine>> NoticesAsync(CampaignId? campaign, CancellationToken cancellation)
    {
        var notices = await db.Notices.Where(row => campaign == null || row.CampaignId == campaign).OrderByDescending(row => row.OpensAt).Take(Largest)
            .Select(row => new
            {
                Line = new NoticeLine(row.Id, db.Campaigns.Where(c => c.Id == row.CampaignId).Select(c => c.Year).First(), row.Title, row.OpensAt, row.EndsAt, row.ClosedAt, 0, null),
                Head = new ListHead(row.Id.Value, EF.Property<uint>(row, TenantModel.RowVersion), row.ContentHash, row.MerkleRoot, row.Signature),
            })
            .ToListAsync(cancellation);
        var checks = await lists.NoticesAsync([.. notices.Select(row => row.Head)], cancellation);
        return [.. notices.Select(row => Signed(row.Line, checks[row.Head.Id]))];
    }

    /// <summary>Lists the publications alone; one query, two where one is new to the program.</summary>
    public async Task<IReadOnlyList<PublicationLine>> PublicationsAsync(CampaignId? campaign, CancellationToken cancellation)
    {
        var publications = await db.Publications.Where(row => campaign == null || row.CampaignId == campaign).OrderByDescending(row => row.PublishedAt).Take(Largest)
            .Select(row => new
            {
                Line = new PublicationLine(
                    row.Id, row.NoticeId, db.Campaigns.Where(c => c.Id == row.CampaignId).Select(c => c.Year).First(), row.Title, row.DocumentNumber, row.PublishedAt, 0, null),
                Head = new ListHead(row.Id.Value, EF.Property<uint>(row, TenantModel.RowVersion), row.ContentHash, row.MerkleRoot, row.Signature),
            })
            .ToListAsync(cancellation);
        var checks = await lists.PublicationsAsync([.. publications.Select(row => row.Head)], cancellation);
        return [.. publications.Select(row => Signed(row.Line, checks[row.Head.Id]))];
    }

    private static NoticeLine Signed(NoticeLine line, ListCheck check) => check is { Holds: true, Document: { } document }
        ? line with { Title = document.Heading.Title, Year = document.Heading.Year, OpensAt = NoticeSpan.Of(document).OpensAt, EndsAt = NoticeSpan.Of(document).EndsAt, Units = document.Rows.Count }
        : line with { Title = Withheld, Fault = check.Fault };

    private static PublicationLine Signed(PublicationLine line, ListCheck check) => check is { Holds: true, Document: { } document }
        ? line with
        {
            Title = document.Heading.Title,
            Year = document.Heading.Year,
            DocumentNumber = document.Heading.More.GetValueOrDefault("documentNumber", ""),
            PublishedAt = document.Heading.SignedAt,
            Units = document.Rows.Count,
        }
        : line with { Title = Withheld, DocumentNumber = Withheld, Fault = check.Fault };
}
