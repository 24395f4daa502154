using GreenFactory.Application.Ports;

namespace GreenFactory.Application.Outbox;

/// <summary>A letter to be sent after the transaction.</summary>
/// <param name="Address">To which e-mail address.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">Plain text; it may carry links with tokens, so it is forgotten once sent.</param>
public sealed record MailToSend(string Address, string Name, string Subject, string Text)
{
    /// <summary>Kind of the outbox message.</summary>
    public const string Kind = "mail";
}

/// <summary>Hands letters to the mail system.</summary>
public sealed class MailHandler(IMailSender sender) : IOutboxHandler
{
    /// <inheritdoc/>
    public string Kind => MailToSend.Kind;

    /// <inheritdoc/>
    public async Task<OutboxOutcome> HandleAsync(OutboxMessage message, CancellationToken cancellation)
    {
        var mail = OutboxPayload.Read<MailToSend>(message);
        return await sender.SendAsync(new MailLetter(message.Id, mail.Address, mail.Name, mail.Subject, mail.Text), cancellation) switch
        {
            MailResult.Postponed postponed => OutboxOutcome.Later(postponed.Reason),
            MailResult.Rejected rejected => OutboxOutcome.GivenUp(rejected.Reason),
            _ => OutboxOutcome.Done,
        };
    }
}
