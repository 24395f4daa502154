namespace GreenFactory.Infrastructure.Notifications;

/// <summary>Who letters come from.</summary>
/// <param name="FromAddress">The sender's e-mail address.</param>
/// <param name="FromName">The sender's name.</param>
public sealed record MailOptions(string FromAddress, string FromName);
