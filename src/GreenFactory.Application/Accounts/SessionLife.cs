namespace GreenFactory.Application.Accounts;

/// <summary>
/// How long somebody stays signed in: a working day without use, one day at most. What is typed meanwhile stays in the browser and is saved after signing in
/// again, so a short life costs nobody their work.
/// </summary>
public static class SessionLife
{
    /// <summary>Without use.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>From signing in, however much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);
}
