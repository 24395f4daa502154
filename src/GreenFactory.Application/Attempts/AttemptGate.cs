using System.Security.Cryptography;
using System.Text;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace GreenFactory.Application.Attempts;

/// <summary>
/// Counts tries before they are made, in the database that all nodes share, so that many at once get no further than one after another. Who waits is
/// decided by whom and from where, whether there is such an account or not; a browser known for the account is counted for itself alone.
/// </summary>
public sealed partial class AttemptGate(PortalDbContext db, MachineTime time, ILogger<AttemptGate> logger)
{
    /// <summary>Counts a try that is about to be made, unless it comes too early; at most three statements in one transaction.</summary>
    /// <param name="door">What is tried.</param>
    /// <param name="account">The account as typed, normalised; empty where none is meant.</param>
    /// <param name="source">From where.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Attempt> TakeAsync(AttemptDoor door, string account, AttemptSource source, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var now = time.Now;
        Taken? narrowest = null;
        var wait = TimeSpan.Zero;
        foreach (var (subject, limit) in Counts(door, account, source))
        {
            var taken = await TakeAsync(door, subject, limit, now, cancellation);
            if (!taken.Allowed)
            {
                await transaction.RollbackAsync(cancellation);
                TooEarly(door, source.Key, (taken.WaitUntil - now).TotalSeconds);
                return new Attempt(false, taken.WaitUntil - now, taken.Run, taken.Place);
            }

            narrowest ??= taken;
            wait = taken.WaitUntil - now > wait ? taken.WaitUntil - now : wait;
        }

        await transaction.CommitAsync(cancellation);
        Tried(door, source.Key);
        return new Attempt(true, wait, narrowest!.Run, narrowest.Place);
    }

    /// <summary>Takes a try back that succeeded: the account's count from this source begins anew, the wider counts lose this one try.</summary>
    /// <param name="door">What was tried.</param>
    /// <param name="account">The account as typed, normalised.</param>
    /// <param name="source">From where.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task ForgiveAsync(AttemptDoor door, string account, AttemptSource source, CancellationToken cancellation)
    {
        Succeeded(door, source.Key);
        var subjects = Counts(door, account, source).Select(count => count.Subject).ToList();
        var (pair, wider) = (subjects[0], subjects[1..]);
        await db.AttemptCounters.Where(row => row.Door == door && row.Subject == pair).ExecuteDeleteAsync(cancellation);
        var now = time.Now;
        await db.AttemptCounters.Where(row => row.Door == door && wider.Contains(row.Subject) && row.Tries > 0)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Tries, row => row.Tries - 1).SetProperty(row => row.WaitUntil, now), cancellation);
    }

    private static IEnumerable<(string Subject, AttemptLimit Limit)> Counts(AttemptDoor door, string account, AttemptSource source)
    {
        var policy = AttemptPolicy.Of(door);
        if (account.Length > 0)
        {
            yield return (Hash($"pair\n{account}\n{source.Key}"), policy.Pair);
            if (!source.IsKnownBrowser)
            {
                yield return (Hash($"account\n{account}"), policy.Account);
            }
        }

        if (!source.IsKnownBrowser)
        {
            yield return (Hash($"source\n{source.Key}"), policy.Source);
        }
    }

    private static string Hash(string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(subject)));

    private async Task<Taken> TakeAsync(AttemptDoor door, string subject, AttemptLimit limit, DateTimeOffset now, CancellationToken cancellation)
    {
        var rows = await db.Database.SqlQuery<Taken>(
            $"""
            select allowed, ready_at as wait_until, run, place
            from gf.take_attempt({door.ToString()}, {subject}, {now}, {limit.Free}, {limit.First.TotalSeconds}, {limit.Longest.TotalSeconds}, {limit.Forget.TotalSeconds})
            """).ToListAsync(cancellation);
        return rows.Single();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A try at {Door} from {Source}.")]
    private partial void Tried(AttemptDoor door, string source);

    [LoggerMessage(Level = LogLevel.Information, Message = "The try at {Door} from {Source} succeeded.")]
    private partial void Succeeded(AttemptDoor door, string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A try at {Door} from {Source} came too early: {Seconds:0} s are left.")]
    private partial void TooEarly(AttemptDoor door, string source, double seconds);

    private sealed record Taken(bool Allowed, DateTimeOffset WaitUntil, Guid Run, int Place);
}
