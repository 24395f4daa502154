using GreenFactory.Application.Ports.Mail;


namespace GreenFactory.Infrastructure.Notifications;

/// <summary>Writes letters as .eml files into a folder: for development, and for closed networks where another system collects them.</summary>
/// <param name="folder">The folder; created when missing.</param>
/// <param name="options">Who letters come from.</param>
/// <param name="clock">Dates the letter.</param>
public sealed class FolderMailSender(string folder, MailOptions options, TimeProvider clock) : IMailSender
{
    /// <inheritdoc />
    public async Task<MailResult> SendAsync(MailLetter letter, CancellationToken cancellation)
    {
        if (LetterMessage.Compose(letter, options, clock) is not { } message)
            return new MailResult.Rejected("The recipient's address is not an e-mail address.");
        using (message)
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, $"{clock.GetUtcNow():yyyyMMdd-HHmmss}-{letter.Id:N}.eml");
            // A collector that watches the folder never sees half a letter.
            var unfinished = path + ".part";
            await message.WriteToAsync(unfinished, cancellation);
            File.Move(unfinished, path, overwrite: true);
            return new MailResult.Accepted();
        }
    }
}
