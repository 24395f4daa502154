using System.Security.Cryptography;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>An objection as the city reads it.</summary>
/// <param name="Objection">The objection; of a group, its first.</param>
/// <param name="OrganisationName">The unit objected to.</param>
/// <param name="CaseNumber">Its case.</param>
/// <param name="Contact">Name and contact, decrypted; empty for an anonymous objection; null when the key is lost.</param>
/// <param name="GroupSize">How many came from the same source within a short time and are shown as one; 1 where it stands for itself.</param>
/// <param name="GroupOpen">How many of the group wait for a decision.</param>
public sealed record ObjectionWork(Objection Objection, string OrganisationName, string CaseNumber, string? Contact, int GroupSize, int GroupOpen);

/// <summary>Notices with a page of their objections, and how many shortlisted cases wait for a notice.</summary>
/// <param name="List">Notices and publications.</param>
/// <param name="Objections">At most <see cref="NoticeWorkQuery.PageSize"/> and one more, which tells that there is a next page.</param>
/// <param name="WaitingForNotice">How many shortlisted cases no notice holds yet.</param>
public sealed record NoticeWork(NoticeList List, IReadOnlyList<ObjectionWork> Objections, int WaitingForNotice);

/// <summary>Which objections are read.</summary>
/// <param name="Decided">Those that are decided, the latest first; otherwise those that wait, the oldest first.</param>
/// <param name="Group">Every objection of this group, whether decided or not; null for the list of all.</param>
/// <param name="After">Only objections after this one; null for the first page.</param>
public sealed record ObjectionPage(bool Decided, Guid? Group, Guid? After);

/// <summary>Reads the city's work on the notices of one campaign; five queries.</summary>
public sealed class NoticeWorkQuery(PortalDbContext db, NoticeListQuery list, IDataProtectionProvider protection)
{
    /// <summary>How many objections stand on a page.</summary>
    public const int PageSize = 20;

    /// <summary>Reads.</summary>
    public async Task<NoticeWork> ReadAsync(CampaignId campaign, ObjectionPage page, CancellationToken cancellation)
    {
        var rows = await Chosen(campaign, page).Take(PageSize + 1)
            .Select(row => new
            {
                Objection = row,
                Line = db.NoticeRows.Where(line => line.Id == row.NoticeRowId).Select(line => new { line.OrganisationName, line.CaseNumber }).First(),
                Size = db.Objections.Count(other => other.BurstId == row.BurstId),
                Open = db.Objections.Count(other => other.BurstId == row.BurstId && (other.State == ObjectionState.Received || other.State == ObjectionState.Investigating)),
            })
            .ToListAsync(cancellation);
        return new NoticeWork(
            await list.ListAsync(campaign, cancellation),
            [.. rows.Select(row => new ObjectionWork(
                row.Objection,
                row.Line.OrganisationName,
                row.Line.CaseNumber,
                ReadContact(row.Objection.ProtectedContact),
                page.Group is null && row.Size > ObjectionBurst.Ungrouped ? row.Size : 1,
                row.Open))],
            await db.Declarations.CountAsync(row => row.CampaignId == campaign && row.State == CaseState.Shortlisted, cancellation));
    }

    /// <summary>The objections of a page; of a group only its first, which waits as long as any of the group does.</summary>
    private IQueryable<Objection> Chosen(CampaignId campaign, ObjectionPage page)
    {
        var rows = db.Objections.AsNoTracking().Where(row => db.Notices.Any(notice => notice.Id == row.NoticeId && notice.CampaignId == campaign));
        rows = page.Group is { } group
            ? rows.Where(row => row.BurstId == group)
            : rows.Where(row => db.Objections.Count(other => other.BurstId == row.BurstId) > ObjectionBurst.Ungrouped
                ? !db.Objections.Any(other => other.BurstId == row.BurstId && other.BurstPosition < row.BurstPosition)
                    && page.Decided != db.Objections.Any(other => other.BurstId == row.BurstId && (other.State == ObjectionState.Received || other.State == ObjectionState.Investigating))
                : page.Decided != (row.State == ObjectionState.Received || row.State == ObjectionState.Investigating));
        var latestFirst = page.Decided && page.Group is null;
        if (page.After is { } after)
        {
            var key = new ObjectionId(after);
            var moment = db.Objections.Where(row => row.Id == key).Select(row => row.ReceivedAt);
            rows = latestFirst
                ? rows.Where(row => row.ReceivedAt <= moment.First() && row.Id != key)
                : rows.Where(row => row.ReceivedAt >= moment.First() && row.Id != key);
        }

        return latestFirst ? rows.OrderByDescending(row => row.ReceivedAt) : rows.OrderBy(row => row.ReceivedAt);
    }

    private string? ReadContact(string protectedContact)
    {
        if (protectedContact.Length == 0)
        {
            return "";
        }

        try
        {
            return protection.CreateProtector(FileObjectionHandler.ContactPurpose).Unprotect(protectedContact);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
