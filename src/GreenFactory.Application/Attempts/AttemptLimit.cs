namespace GreenFactory.Application.Attempts;

/// <summary>How a count of tries grows into a wait: nothing for the first ones, then a wait that doubles up to the longest.</summary>
/// <param name="Free">How many tries make nobody wait.</param>
/// <param name="First">The wait after the first try beyond them.</param>
/// <param name="Longest">The longest wait.</param>
/// <param name="Forget">After so long without a try the count begins anew.</param>
public sealed record AttemptLimit(int Free, TimeSpan First, TimeSpan Longest, TimeSpan Forget)
{
    /// <summary>No count is kept longer than this.</summary>
    public static TimeSpan LongestForget { get; } = TimeSpan.FromDays(1);
}

/// <summary>The three counts of a door.</summary>
/// <param name="Pair">Tries for one account from one source. It never ends, so that guessing from one place stays hopeless.</param>
/// <param name="Account">Tries for one account from everywhere but the browsers known for it; its longest wait is short, since strangers can cause it.</param>
/// <param name="Source">Tries for all accounts from one address: one password tried on many accounts. Its longest wait is short, since an office shares an address.</param>
public sealed record AttemptPolicy(AttemptLimit Pair, AttemptLimit Account, AttemptLimit Source)
{
    private static readonly AttemptLimit Guesses = new(3, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(15), AttemptLimit.LongestForget);
    private static readonly AttemptLimit Letters = new(3, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), AttemptLimit.LongestForget);
    private static readonly AttemptLimit Spraying = new(100, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));

    /// <summary>The policy of a door. Codes of the second factor are short, and only who has the password gets to guess them: there the account's wait may be long.</summary>
    public static AttemptPolicy Of(AttemptDoor door) => door switch
    {
        AttemptDoor.Password => new(Guesses, new(20, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1)), Spraying),
        AttemptDoor.SecondFactor => new(Guesses, new(10, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(15), AttemptLimit.LongestForget), Spraying),
        AttemptDoor.Objection => new(Spraying, Spraying, new(100, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1))),
        _ => new(Letters, new(6, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(10), AttemptLimit.LongestForget), Spraying),
    };
}
