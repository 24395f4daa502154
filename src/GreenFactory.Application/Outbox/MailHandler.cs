using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Mail;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>A letter to be sent after the transaction.</summary>
/// <param name="Address">To which e-mail address.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text; it may carry links with tokens, so it is forgotten once sent.</param>
/// <param name="UserId">Whose inbox tells when it cannot be delivered; null where nobody's does.</param>
/// <param name="Ticket">Key held by the browser that asked for it and may learn that it cannot be delivered; null where none may.</param>
public sealed record MailToSend(string Address, string Name, string Subject, string Text, Guid? UserId = null, Guid? Ticket = null)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "mail";
}

/// <summary>
/// Hands letters to the mail system. One that is refused for good, or that no server takes for two days, is given up and kept as
/// <see cref="UndeliveredLetter"/>. One query.
/// </summary>
public sealed class MailHandler(PortalDbContext db, IMailSender sender, TimeProvider clock) : IOutboxHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    /// <inheritdoc/>
    public string Kind => MailToSend.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var mail = OutboxPayload.Read<MailToSend>(message);
        var earlier = await db.UndeliveredLetters.FirstOrDefaultAsync(row => row.Id == message.Id, cancellation);
        var now = clock.GetUtcNow();
        switch (await sender.SendAsync(new MailLetter(message.Id, mail.Address, mail.Name, mail.Subject, mail.Text), cancellation))
        {
            case MailResult.Postponed postponed when now - (earlier?.SentAgainAt ?? message.CreatedAt) < Patience:
                return OutboxOutcome.Later(postponed.Reason);
            case MailResult.Postponed postponed:
                return GiveUp(message, mail, earlier, LetterFault.NotTaken, postponed.Reason, now);
            case MailResult.Rejected rejected:
                return GiveUp(message, mail, earlier, LetterFault.Refused, rejected.Reason, now);
            default:
                earlier?.DeliveredAt = now;
                return OutboxOutcome.Done;
        }
    }

    private OutboxOutcome GiveUp(OutboxMessage message, MailToSend mail, UndeliveredLetter? earlier, LetterFault fault, string problem, DateTimeOffset now)
    {
        if (earlier is null)
        {
            db.Add(new UndeliveredLetter
            {
                Id = message.Id,
                MunicipalityId = message.MunicipalityId,
                Address = mail.Address,
                PersonName = mail.Name,
                Subject = mail.Subject,
                UserId = mail.UserId is { } user ? new UserId(user) : null,
                Ticket = mail.Ticket,
                Fault = fault,
                GivenUpAt = now,
            });
        }
        else
        {
            (earlier.Fault, earlier.GivenUpAt, earlier.SentAgainAt) = (fault, now, null);
        }

        return OutboxOutcome.Undelivered(problem);
    }
}
