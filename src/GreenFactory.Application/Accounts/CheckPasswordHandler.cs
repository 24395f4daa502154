using GreenFactory.Application.Attempts;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Application.Accounts;

/// <summary>What became of a password that was tried.</summary>
/// <param name="User">The account it belongs to; null when address or password is wrong, and when the try came too early.</param>
/// <param name="Attempt">Whether it was tried at all, and how long the next try must wait.</param>
public sealed record PasswordCheck(PortalUser? User, Attempt Attempt);

/// <summary>
/// Tries a password. Address known or unknown, account open, locked or unconfirmed: until the password is right, the same queries, the same hashing,
/// the same counts and the same answer.
/// </summary>
public sealed partial class CheckPasswordHandler(UserManager<PortalUser> users, AttemptGate gate, ILogger<CheckPasswordHandler> logger)
{
    private static readonly string Nobody = new PasswordHasher<PortalUser>().HashPassword(new PortalUser(), Guid.NewGuid().ToString());

    /// <summary>Tries it.</summary>
    /// <param name="address">E-mail address as typed.</param>
    /// <param name="password">Password as typed.</param>
    /// <param name="sourceFor">From where, given the account's key or null.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<PasswordCheck> HandleAsync(string address, string password, Func<Guid?, AttemptSource> sourceFor, CancellationToken cancellation)
    {
        var visible = ComparableText.Visible(address);
        var account = users.NormalizeEmail(visible) ?? "";
        var user = await users.FindByEmailAsync(visible);
        var source = sourceFor(user?.Id);
        var attempt = await gate.TakeAsync(AttemptDoor.Password, account, source, cancellation);
        if (!attempt.MayTry || !await HoldsAsync(user, password))
        {
            Refused(user?.Id, source.Key);
            return new PasswordCheck(null, attempt);
        }

        await gate.ForgiveAsync(AttemptDoor.Password, account, source, cancellation);
        return new PasswordCheck(user, attempt);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in to account {Account} from {Source} was refused: wrong password, unknown address, or too early.")]
    private partial void Refused(Guid? account, string source);

    private async Task<bool> HoldsAsync(PortalUser? user, string password)
    {
        if (user?.PasswordHash is not null)
        {
            return await users.CheckPasswordAsync(user, password);
        }

        users.PasswordHasher.VerifyHashedPassword(new PortalUser(), Nobody, password);
        return false;
    }
}
