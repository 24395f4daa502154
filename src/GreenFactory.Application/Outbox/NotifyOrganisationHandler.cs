using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>Outbox work: tell everybody who acts for an organisation something outside a case.</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Text.</param>
/// <param name="Destination">Where to act.</param>
public sealed record NotifyOrganisation(Guid OrganisationId, string Title, string Body, Destination Destination)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "notify-organisation";
}

/// <summary>Tells them. Two queries.</summary>
public sealed class NotifyOrganisationHandler(PortalDbContext db, PersonTeller teller) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => NotifyOrganisation.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = OutboxPayload.Read<NotifyOrganisation>(message);
        var organisation = new OrganisationId(notice.OrganisationId);
        var persons = await db.Memberships.Where(row => row.EndedAt == null && row.OrganisationId == organisation).Select(row => row.UserId).ToListAsync(cancellation);
        await teller.TellAsync(message, persons, new Telling(notice.Title, notice.Body, notice.Destination), cancellation);
        return OutboxOutcome.Done;
    }
}
