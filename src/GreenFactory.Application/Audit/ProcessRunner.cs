using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GreenFactory.Application.Audit;

/// <summary>
/// Runs a change inside a named process: one transaction that holds the change, who made it, why, and its events.
/// Either all of it is stored or nothing is.
/// </summary>
public sealed class ProcessRunner(PortalDbContext db, CurrentAccess access, TimeProvider clock)
{
    /// <summary>Runs work that yields a value.</summary>
    /// <typeparam name="T">The value.</typeparam>
    /// <param name="kind">The use case.</param>
    /// <param name="reason">The person's reason, or null where none is asked for.</param>
    /// <param name="work">The change; it records events on the process and returns its outcome. A failure undoes everything, and so does work that found nothing to change.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Result<T>> RunAsync<T>(ProcessKind kind, string? reason, Func<RunningProcess, Task<Result<T>>> work, CancellationToken cancellation)
    {
        var scope = access.Scope;
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            var process = new Process
            {
                Id = new ProcessId(Guid.CreateVersion7(now)),
                MunicipalityId = scope.Municipality,
                Kind = kind.ToString(),
                ActorId = scope.User,
                ActorName = scope.PersonName,
                Desk = scope.Desk.ToString(),
                Reason = WrittenText.SaysNothing(reason) ? null : WrittenText.Said(reason),
                StartedAt = now,
            };
            db.Add(process);
            var running = new RunningProcess(process, row => db.Add(row), now);
            var outcome = await work(running);
            if (!outcome.Succeeded || running.ChangesNothing)
            {
                db.ChangeTracker.Clear();
                return outcome;
            }

            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return outcome;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return ProcessErrors.ChangedMeanwhile;
        }
        catch (DbUpdateException exception) when (DatabaseRefusal.Read(exception.InnerException as PostgresException) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }
        catch (PostgresException exception) when (DatabaseRefusal.Read(exception) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }
    }

    /// <summary>Runs work that yields nothing but its outcome.</summary>
    public async Task<Result> RunAsync(ProcessKind kind, string? reason, Func<RunningProcess, Task<Result>> work, CancellationToken cancellation)
    {
        var outcome = await RunAsync<bool>(
            kind,
            reason,
            async process =>
            {
                var done = await work(process);
                return done.Succeeded ? true : Result<bool>.Failure(done.Errors);
            },
            cancellation);
        return outcome.ToResult();
    }
}
