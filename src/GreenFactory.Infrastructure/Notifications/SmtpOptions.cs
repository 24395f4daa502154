using MailKit.Security;

namespace GreenFactory.Infrastructure.Notifications;

/// <summary>The mail server that takes letters.</summary>
/// <param name="Host">Its host name.</param>
/// <param name="Port">Its port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="User">The account; null to send without signing in.</param>
/// <param name="Password">The account's password.</param>
/// <param name="Timeout">The time one letter may take.</param>
public sealed record SmtpOptions(string Host, int Port, SecureSocketOptions Security, string? User, string? Password, TimeSpan Timeout);
