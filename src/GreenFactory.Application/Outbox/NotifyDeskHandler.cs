using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>Finds who works on a case at a desk, by the memberships that hold now, and tells them. Two queries.</summary>
public sealed class NotifyDeskHandler(PortalDbContext db, TimeProvider clock) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => NotifyDesk.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = OutboxPayload.Read<NotifyDesk>(message);
        var roles = DeskRoles.Of(notice.Desk);
        var organisation = new OrganisationId(notice.OrganisationId);
        var district = new DistrictId(notice.DistrictId);
        var holders = db.Memberships.Where(row => row.EndedAt == null && roles.Contains(row.Role));
        var persons = await (notice.Desk switch
        {
            Desk.Apply => holders.Where(row => row.OrganisationId == organisation),
            Desk.District => holders.Where(row => row.DistrictId == district),
            Desk.Departments => holders.Where(row => db.Departments.Any(department => department.Id == row.DepartmentId && department.DistrictId == district)),
            _ => holders,
        }).Select(row => row.UserId).ToListAsync(cancellation);
        await db.TellAsync(message, persons, new DeclarationId(notice.DeclarationId), notice.Title, notice.Body, notice.Path, clock.GetUtcNow(), cancellation);
        return OutboxOutcome.Done;
    }
}
