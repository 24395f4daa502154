using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Data;

/// <summary>
/// Keeps statements prepared in the sessions of the pool, so that the server plans them a few times and not at every run: under row security planning costs more than
/// running (docs/adr/0020). A statement is kept from the second time that this process runs its text, and no more than <see cref="Most"/> texts are, because each takes memory in each
/// session of the server.
/// </summary>
public sealed class StatementKeeper : BeforeEveryCommand
{
    /// <summary>Texts kept at most.</summary>
    public const int Most = 400;

    /// <summary>Texts remembered at most while they wait for their second run.</summary>
    private const int MostWaiting = 4000;

    private readonly ConcurrentDictionary<string, bool> kept = new(StringComparer.Ordinal);
    private int count;

    /// <inheritdoc/>
    protected override void Before(DbCommand command, DbContext? store)
    {
        if (IsKept(command.CommandText))
        {
            command.Prepare();
        }
    }

    /// <inheritdoc/>
    protected override Task BeforeAsync(DbCommand command, DbContext? store, CancellationToken cancellation) => IsKept(command.CommandText) ? command.PrepareAsync(cancellation) : Task.CompletedTask;

    private bool IsKept(string text)
    {
        if (kept.TryGetValue(text, out var keeping))
        {
            return keeping || (Volatile.Read(ref count) < Most && Interlocked.Increment(ref count) <= Most && kept.TryUpdate(text, true, false)) || kept[text];
        }

        if (kept.Count < MostWaiting)
        {
            kept.TryAdd(text, false);
        }

        return false;
    }
}
