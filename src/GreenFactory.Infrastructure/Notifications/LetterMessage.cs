using System.Globalization;
using GreenFactory.Application.Ports.Mail;
using MimeKit;
using MimeKit.Text;

namespace GreenFactory.Infrastructure.Notifications;

/// <summary>A letter as an Internet message (RFC 5322).</summary>
internal static class LetterMessage
{
    private static readonly IdnMapping Domains = new() { UseStd3AsciiRules = true };

    /// <summary>Composes the message; null when the address cannot be one.</summary>
    internal static MimeMessage? Compose(MailLetter letter, MailOptions options, TimeProvider clock)
    {
        if (AsciiDomain(letter.ToAddress) is not { } address || !MailboxAddress.TryParse(address, out var to) || to.GetAddress(idnEncode: true) != address)
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
        message.To.Add(new MailboxAddress(OneLine(letter.ToName), address));
        return message;
    }

    // A Chinese domain (重庆绿能.中国) as mail servers know it, xn--…, so that the letter needs no SMTPUTF8.
    private static string? AsciiDomain(string address)
    {
        var at = address.LastIndexOf('@');
        try
        {
            return at > 0 ? address[..(at + 1)] + Domains.GetAscii(address, at + 1) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
