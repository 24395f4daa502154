using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>Finds who works on a case at a desk, by the memberships that hold now, and tells them, with unit and case at the beginning. Three queries.</summary>
public sealed class NotifyDeskHandler(PortalDbContext db, PersonTeller teller) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => NotifyDesk.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = OutboxPayload.Read<NotifyDesk>(message);
        var id = new DeclarationId(notice.DeclarationId);
        var about = await (
            from row in db.Declarations
            where row.Id == id
            join organisation in db.Organisations on row.OrganisationId equals organisation.Id
            join campaign in db.Campaigns on row.CampaignId equals campaign.Id
            select new { row.CaseNumber, row.OrganisationId, row.DistrictId, organisation.Name, campaign.Year }).FirstOrDefaultAsync(cancellation);
        if (about is null)
        {
            return OutboxOutcome.GivenUp($"There is no case {notice.DeclarationId}.");
        }

        var roles = DeskRoles.Of(notice.Desk);
        var holders = db.Memberships.Where(row => row.EndedAt == null && roles.Contains(row.Role));
        var persons = await (notice.Desk switch
        {
            Desk.Apply => holders.Where(row => row.OrganisationId == about.OrganisationId),
            Desk.District => holders.Where(row => row.DistrictId == about.DistrictId),
            _ => holders,
        }).Select(row => row.UserId).ToListAsync(cancellation);
        var body = $"单位：{about.Name}\n{(about.CaseNumber.Length > 0 ? $"案件：{about.CaseNumber}\n" : "")}{notice.Body}";
        await teller.TellAsync(message, persons, new Telling(notice.Title, body, notice.Destination.In(about.Year), id), cancellation);
        return OutboxOutcome.Done;
    }
}
