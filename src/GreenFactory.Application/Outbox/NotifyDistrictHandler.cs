using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>Outbox work: tell everybody who works for a district something outside a case.</summary>
/// <param name="DistrictId">The district.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Text.</param>
/// <param name="Destination">Where to act.</param>
public sealed record NotifyDistrict(Guid DistrictId, string Title, string Body, Destination Destination)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "notify-district";
}

/// <summary>Tells them. Two queries.</summary>
public sealed class NotifyDistrictHandler(PortalDbContext db, PersonTeller teller) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => NotifyDistrict.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = OutboxPayload.Read<NotifyDistrict>(message);
        var district = new DistrictId(notice.DistrictId);
        var persons = await db.Memberships.Where(row => row.EndedAt == null && row.DistrictId == district).Select(row => row.UserId).ToListAsync(cancellation);
        await teller.TellAsync(message, persons, new Telling(notice.Title, notice.Body, notice.Destination), cancellation);
        return OutboxOutcome.Done;
    }
}
