using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Outbox;

/// <summary>Outbox work: tell one person something outside a case.</summary>
/// <param name="UserId">Whom.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Text.</param>
/// <param name="Path">Where to act.</param>
public sealed record NotifyPerson(Guid UserId, string Title, string Body, string Path)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "notify-person";
}

/// <summary>Tells one person. One query.</summary>
public sealed class NotifyPersonHandler(PortalDbContext db, TimeProvider clock) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => NotifyPerson.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = OutboxPayload.Read<NotifyPerson>(message);
        await db.TellAsync(message, [new UserId(notice.UserId)], null, notice.Title, notice.Body, notice.Path, clock.GetUtcNow(), cancellation);
        return OutboxOutcome.Done;
    }
}
