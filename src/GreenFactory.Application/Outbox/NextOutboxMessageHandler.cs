using GreenFactory.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Outbox;

/// <summary>Takes the oldest due message of the municipality and does its work. Several nodes can do this at once: each row is held by one.</summary>
public sealed class NextOutboxMessageHandler(PortalDbContext db, IEnumerable<IOutboxHandler> handlers, TimeProvider clock)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Does one piece of work.</summary>
    /// <returns>The message as it now stands, or null when nothing is due.</returns>
    public async Task<OutboxMessage?> HandleAsync(CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var message = await NextAsync(cancellation);
        if (message is null)
        {
            return null;
        }

        try
        {
            Settle(message, await WorkAsync(message, cancellation));
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return message;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await transaction.RollbackAsync(cancellation);
            db.ChangeTracker.Clear();
            return await PostponeAsync(message.Id, failure, cancellation);
        }
    }

    private Task<OutboxOutcome> WorkAsync(OutboxMessage message, CancellationToken cancellation) =>
        handlers.FirstOrDefault(handler => handler.Kind == message.Kind) is { } handler
            ? handler.HandleAsync(message, cancellation)
            : Task.FromResult(OutboxOutcome.Later($"No handler takes messages of kind '{message.Kind}'."));

    private async Task<OutboxMessage?> NextAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var rows = await db.Outbox
            .FromSql($"select * from outbox_message where done_at is null and due_at <= {now} order by due_at, created_at limit 1 for update skip locked")
            .ToListAsync(cancellation);
        return rows.FirstOrDefault();
    }

    private async Task<OutboxMessage?> PostponeAsync(Guid id, Exception failure, CancellationToken cancellation)
    {
        var message = await db.Outbox.FirstAsync(row => row.Id == id, cancellation);
        Settle(message, OutboxOutcome.Later($"{failure.GetType().Name}: {failure.Message}"));
        await db.SaveChangesAsync(cancellation);
        return message;
    }

    private void Settle(OutboxMessage message, OutboxOutcome outcome)
    {
        var now = clock.GetUtcNow();
        message.Attempts++;
        message.LastError = outcome.Problem;
        if (outcome.IsDone)
        {
            message.DoneAt = now;
            message.Payload = outcome.KeepsPayload ? message.Payload : "{}";
            return;
        }

        var pause = FirstPause * Math.Pow(2, Math.Min(message.Attempts - 1, 12));
        message.DueAt = now + (pause < LongestPause ? pause : LongestPause);
    }
}
