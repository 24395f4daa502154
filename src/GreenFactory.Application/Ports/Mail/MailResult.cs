namespace GreenFactory.Application.Ports.Mail;

/// <summary>What became of a letter: <see cref="Accepted"/>, <see cref="Postponed"/> or <see cref="Rejected"/>.</summary>
public abstract record MailResult
{
    private MailResult()
    {
    }

    /// <summary>The mail system took responsibility for it.</summary>
    public sealed record Accepted : MailResult;

    /// <summary>It was not taken now; another attempt may succeed.</summary>
    /// <param name="Reason">English, for the operator.</param>
    public sealed record Postponed(string Reason) : MailResult;

    /// <summary>It will never be taken as it is, for instance because the address does not exist.</summary>
    /// <param name="Reason">English, for the operator.</param>
    public sealed record Rejected(string Reason) : MailResult;
}
