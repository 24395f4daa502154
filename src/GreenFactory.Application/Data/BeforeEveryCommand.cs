using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GreenFactory.Application.Data;

/// <summary>Something that is done before every command of whatever kind: one place for the six that the framework tells apart.</summary>
public abstract class BeforeEveryCommand : DbCommandInterceptor
{
    /// <summary>Does it; the command's connection is open.</summary>
    protected abstract void Before(DbCommand command, DbContext? store);

    /// <summary>Does it without blocking, where there is a way; the command's connection is open.</summary>
    protected virtual Task BeforeAsync(DbCommand command, DbContext? store, CancellationToken cancellation)
    {
        Before(command, store);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public sealed override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Before(command, eventData.Context);
        return result;
    }

    /// <inheritdoc/>
    public sealed override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await BeforeAsync(command, eventData.Context, cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public sealed override InterceptionResult<object> ScalarExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<object> result)
    {
        Before(command, eventData.Context);
        return result;
    }

    /// <inheritdoc/>
    public sealed override async ValueTask<InterceptionResult<object>> ScalarExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        await BeforeAsync(command, eventData.Context, cancellationToken);
        return result;
    }

    /// <inheritdoc/>
    public sealed override InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        Before(command, eventData.Context);
        return result;
    }

    /// <inheritdoc/>
    public sealed override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await BeforeAsync(command, eventData.Context, cancellationToken);
        return result;
    }
}
