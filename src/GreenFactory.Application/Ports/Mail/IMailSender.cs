namespace GreenFactory.Application.Ports.Mail;

/// <summary>Hands a letter to the mail system.</summary>
public interface IMailSender
{
    /// <summary>Sends one letter; the caller keeps it and tries again after <see cref="MailResult.Postponed"/>.</summary>
    Task<MailResult> SendAsync(MailLetter letter, CancellationToken cancellation);
}
