namespace GreenFactory.Application.Ports.Mail;

/// <summary>A letter of plain text to one person.</summary>
/// <param name="Id">A stable identity: a letter sent twice carries the same Message-ID, so that mail systems show it once.</param>
/// <param name="ToAddress">The e-mail address.</param>
/// <param name="ToName">The person's name; may be empty.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">The body, plain text.</param>
public sealed record MailLetter(Guid Id, string ToAddress, string ToName, string Subject, string Text);
