using System.Security.Cryptography;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>An objection as the city reads it.</summary>
/// <param name="Contact">Name and contact, decrypted; empty for an anonymous objection; null when the key is lost.</param>
public sealed record ObjectionWork(Objection Objection, string OrganisationName, string CaseNumber, string? Contact);

/// <summary>Notices with their objections, and how many shortlisted cases wait for a notice.</summary>
public sealed record NoticeWork(NoticeList List, IReadOnlyList<ObjectionWork> Objections, int WaitingForNotice);

/// <summary>Reads the city's work on the notices of one campaign; four queries. Objections: the open ones first, at most 200.</summary>
public sealed class NoticeWorkQuery(PortalDbContext db, NoticeListQuery list, IDataProtectionProvider protection)
{
    private const int Largest = 200;

    /// <summary>Reads.</summary>
    public async Task<NoticeWork> ReadAsync(CampaignId campaign, CancellationToken cancellation)
    {
        var rows = await db.Objections.AsNoTracking().Where(row => db.Notices.Any(notice => notice.Id == row.NoticeId && notice.CampaignId == campaign))
            .OrderBy(row => row.State == ObjectionState.Upheld || row.State == ObjectionState.Dismissed).ThenBy(row => row.ReceivedAt)
            .Take(Largest)
            .Join(db.NoticeRows, objection => objection.NoticeRowId, row => row.Id, (objection, row) => new { objection, row.OrganisationName, row.CaseNumber })
            .ToListAsync(cancellation);
        return new NoticeWork(
            await list.ListAsync(campaign, cancellation),
            [.. rows.OrderByDescending(row => row.objection.IsOpen).ThenBy(row => row.objection.ReceivedAt)
                .Select(row => new ObjectionWork(row.objection, row.OrganisationName, row.CaseNumber, ReadContact(row.objection.ProtectedContact)))],
            await db.Declarations.CountAsync(row => row.CampaignId == campaign && row.State == CaseState.Shortlisted, cancellation));
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
