using System.Net.Sockets;
using GreenFactory.Application.Ports.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace GreenFactory.Infrastructure.Notifications;

/// <summary>Hands letters to a mail server by SMTP.</summary>
/// <param name="server">The mail server.</param>
/// <param name="options">Who letters come from.</param>
/// <param name="clock">Dates the letter.</param>
public sealed class SmtpMailSender(SmtpOptions server, MailOptions options, TimeProvider clock) : IMailSender
{
    private const int FirstPermanentReply = 500;

    /// <inheritdoc />
    public async Task<MailResult> SendAsync(MailLetter letter, CancellationToken cancellation)
    {
        using var message = LetterMessage.Compose(letter, options, clock);
        if (message is null)
            return new MailResult.Rejected("The recipient's address is not an e-mail address.");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        deadline.CancelAfter(server.Timeout);
        try
        {
            await DeliverAsync(message, deadline.Token);
            return new MailResult.Accepted();
        }
        catch (SmtpCommandException e)
        {
            return IsPermanent(e)
                ? new MailResult.Rejected($"{Server} refused the letter: {(int)e.StatusCode} {e.Message}")
                : new MailResult.Postponed($"{Server} did not take the letter: {(int)e.StatusCode} {e.Message}");
        }
        catch (AuthenticationException e)
        {
            return new MailResult.Postponed($"{Server} refused the sign-in, check Mail:Smtp:User and Password: {e.Message}");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new MailResult.Postponed($"{Server} did not answer within {server.Timeout.TotalSeconds:0} s.");
        }
        catch (Exception e) when (e is SocketException or IOException or ProtocolException or SslHandshakeException or ServiceNotConnectedException)
        {
            return new MailResult.Postponed($"{Server} cannot be reached: {e.Message}");
        }
    }

    private string Server => $"Mail server {server.Host}:{server.Port}";

    private static bool IsPermanent(SmtpCommandException e) =>
        e.ErrorCode == SmtpErrorCode.RecipientNotAccepted && (int)e.StatusCode >= FirstPermanentReply;

    private async Task DeliverAsync(MimeMessage message, CancellationToken cancellation)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync(server.Host, server.Port, server.Security, cancellation);
        if (server.User is not null)
            await client.AuthenticateAsync(server.User, server.Password ?? "", cancellation);
        await client.SendAsync(message, cancellation);
        await client.DisconnectAsync(quit: true, cancellation);
    }
}
