using GreenFactory.Application.Ports;
using MimeKit;
using MimeKit.Text;

namespace GreenFactory.Infrastructure.Notifications;

/// <summary>A letter as an Internet message (RFC 5322).</summary>
internal static class LetterMessage
{
    /// <summary>Composes the message; null when the address cannot be one.</summary>
    internal static MimeMessage? Compose(MailLetter letter, MailOptions options, TimeProvider clock)
    {
        if (!MailboxAddress.TryParse(letter.ToAddress, out var to) || to.Address != letter.ToAddress || !letter.ToAddress.Contains('@', StringComparison.Ordinal))
            return null;
        var domain = options.FromAddress[(options.FromAddress.IndexOf('@', StringComparison.Ordinal) + 1)..];
        var message = new MimeMessage
        {
            Subject = OneLine(letter.Subject),
            Date = clock.GetUtcNow(),
            MessageId = $"{letter.Id:N}@{domain}",
            Body = new TextPart(TextFormat.Plain) { Text = letter.Text },
        };
        message.From.Add(new MailboxAddress(options.FromName, options.FromAddress));
        message.To.Add(new MailboxAddress(OneLine(letter.ToName), letter.ToAddress));
        return message;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
