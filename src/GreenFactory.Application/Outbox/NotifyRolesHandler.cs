using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>Outbox work: tell everybody who holds one of these roles something outside a case.</summary>
/// <param name="Roles">The roles.</param>
/// <param name="Except">Who is not told, such as the one who did it; may be null.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Text.</param>
/// <param name="Destination">Where to act.</param>
public sealed record NotifyRoles(IReadOnlyList<Role> Roles, Guid? Except, string Title, string Body, Destination Destination)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "notify-roles";
}

/// <summary>Tells them. Two queries.</summary>
public sealed class NotifyRolesHandler(PortalDbContext db, PersonTeller teller) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => NotifyRoles.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = OutboxPayload.Read<NotifyRoles>(message);
        var except = new UserId(notice.Except ?? Guid.Empty);
        var persons = await db.Memberships.Where(row => row.EndedAt == null && notice.Roles.Contains(row.Role) && row.UserId != except)
            .Select(row => row.UserId)
            .ToListAsync(cancellation);
        await teller.TellAsync(message, persons, new Telling(notice.Title, notice.Body, notice.Destination), cancellation);
        return OutboxOutcome.Done;
    }
}
