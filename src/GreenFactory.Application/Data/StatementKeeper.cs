using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GreenFactory.Application.Data;

/// <summary>
/// Keeps statements prepared in the sessions of the pool, so that the server plans them a few times and not at every run: under row security planning costs more than
/// running (docs/adr/0020). A statement is kept from the second time that this process runs its text, and no more than <see cref="Most"/> texts are, because each takes memory in each
/// session of the server.
/// </summary>
public sealed class StatementKeeper : DbCommandInterceptor
{
    /// <summary>Texts kept at most.</summary>
    public const int Most = 400;

    /// <summary>Texts remembered at most while they wait for their second run.</summary>
    private const int MostWaiting = 4000;

    private readonly ConcurrentDictionary<string, bool> kept = new(StringComparer.Ordinal);
    private int count;

    /// <inheritdoc/>
    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Prepare(command);
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await PrepareAsync(command, cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Prepare(command);
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await PrepareAsync(command, cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Prepare(command);
        return result;
    }

    /// <inheritdoc/>
    public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await PrepareAsync(command, cancellationToken);
        return result;
    }

    private void Prepare(DbCommand command)
    {
        if (IsKept(command.CommandText))
        {
            command.Prepare();
        }
    }

    private Task PrepareAsync(DbCommand command, CancellationToken cancellation) => IsKept(command.CommandText) ? command.PrepareAsync(cancellation) : Task.CompletedTask;

    private bool IsKept(string text)
    {
        if (kept.TryGetValue(text, out var keeping))
        {
            return keeping || kept.TryUpdate(text, Interlocked.Increment(ref count) <= Most, false) && kept[text];
        }

        if (kept.Count < MostWaiting)
        {
            kept.TryAdd(text, false);
        }

        return false;
    }
}
