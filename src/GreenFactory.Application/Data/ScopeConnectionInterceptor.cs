using System.Data.Common;
using GreenFactory.Application.Access;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace GreenFactory.Application.Data;

/// <summary>
/// Chooses the role by which a connection is opened, and asks the server for the scope each time one leaves the pool. The server decides what it believes, and seals it.
/// The pool resets the session when the connection goes back, so a scope can never reach the next user of it; without one, row-level security shows nothing.
/// </summary>
public sealed class ScopeConnectionInterceptor(CurrentAccess access, DatabaseRoles roles) : DbConnectionInterceptor
{
    /// <summary>
    /// A statement that is never run, only kept: with one prepared, the pool resets a session piece by piece instead of by DISCARD ALL, and the server need not plan its
    /// functions for the scope anew each time. What is run stays unprepared, because injected SQL could put another statement under its name for the next request.
    /// </summary>
    private const string KeptPrepared = "select 1 as kept";

    /// <inheritdoc/>
    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        connection.ConnectionString = access.OverSystemRole ? roles.System : roles.App;
        return result;
    }

    /// <inheritdoc/>
    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(ConnectionOpening(connection, eventData, result));

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (access.IsSet)
        {
            using var kept = new NpgsqlCommand(KeptPrepared, (NpgsqlConnection)connection);
            kept.Prepare();
            using var command = CreateCommand(connection);
            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (access.IsSet)
        {
            await using var kept = new NpgsqlCommand(KeptPrepared, (NpgsqlConnection)connection);
            await kept.PrepareAsync(cancellationToken);
            await using var command = CreateCommand(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private NpgsqlCommand CreateCommand(DbConnection connection)
    {
        var scope = access.Scope;
        var command = new NpgsqlCommand("select gf.enter_scope($1, $2, $3, $4, $5)", (NpgsqlConnection)connection);
        command.Parameters.Add(Uuid(scope.Municipality.Value));
        command.Parameters.Add(new NpgsqlParameter { Value = scope.Desk.ToString(), NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(Uuid(scope.User?.Value));
        command.Parameters.Add(Uuid(scope.SessionKey));
        command.Parameters.Add(Uuid(access.OpenedAccount));
        return command;
    }

    private static NpgsqlParameter Uuid(Guid? value) => new() { Value = value is { } known ? known : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid };
}
