using GreenFactory.Application.Attempts;

namespace GreenFactory.Application.Accounts;

/// <summary>The browser from which a letter is asked for by somebody who is not signed in.</summary>
/// <param name="SourceFor">As what it is counted, given the key of the account or null.</param>
/// <param name="TicketFor">
/// The ticket by which it may learn that the letter could not be delivered, given the key of the account or null; null where that would tell a stranger that
/// there is such an account.
/// </param>
public sealed record AskingBrowser(Func<Guid?, AttemptSource> SourceFor, Func<Guid?, Guid?> TicketFor);
