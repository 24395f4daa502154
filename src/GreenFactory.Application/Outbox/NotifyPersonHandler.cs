using GreenFactory.Application.Messages;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Outbox;

/// <summary>Outbox work: tell one person something outside a case.</summary>
/// <param name="UserId">Whom.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">Text.</param>
/// <param name="Destination">Where to act.</param>
public sealed record NotifyPerson(Guid UserId, string Title, string Body, Destination Destination)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "notify-person";
}

/// <summary>Tells one person. One query.</summary>
public sealed class NotifyPersonHandler(PersonTeller teller) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => NotifyPerson.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var notice = OutboxPayload.Read<NotifyPerson>(message);
        await teller.TellAsync(message, [new UserId(notice.UserId)], new Telling(notice.Title, notice.Body, notice.Destination), cancellation);
        return OutboxOutcome.Done;
    }
}
