using System.Data;
using System.Data.Common;
using GreenFactory.Application.Access;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace GreenFactory.Application.Data;

/// <summary>
/// Chooses the role by which a connection is opened, and asks the server for the scope each time one leaves the pool. The server decides what it believes, and seals it.
/// The pool resets the session when the connection goes back, so a scope can never reach the next user of it; without one, row-level security shows nothing.
/// </summary>
/// <remarks>
/// Statements stay prepared in a session across requests (<see cref="StatementKeeper"/>). SQL that was injected into a request could put another statement under the name
/// of one of them, for the next request to run: the server refuses the scope in a session where SQL prepared anything, and the sessions of that pool are closed. The command
/// that asks for the scope must then never run by a name itself: it does not go through the store and is never prepared.
/// </remarks>
public sealed class ScopeConnectionInterceptor(CurrentAccess access, DatabaseRoles roles, ILogger<ScopeConnectionInterceptor> logger) : DbConnectionInterceptor
{
    /// <summary>What the server answers when a session holds a statement that SQL prepared.</summary>
    private const string PreparedBySql = "GF002";

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
            try
            {
                Enter(connection);
            }
            catch (NpgsqlException refused) when (IsUnusable(connection, refused))
            {
                Discard(connection);
                connection.Open();
                Enter(connection);
            }
        }
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (access.IsSet)
        {
            try
            {
                await EnterAsync(connection, cancellationToken);
            }
            catch (NpgsqlException refused) when (IsUnusable(connection, refused))
            {
                Discard(connection);
                await connection.OpenAsync(cancellationToken);
                await EnterAsync(connection, cancellationToken);
            }
        }
    }

    /// <summary>Whether the session is not to be used, and a new one may be: SQL wrote to it, or it ended while it lay in the pool, as when the server was started again. Nothing was done in it yet.</summary>
    private bool IsUnusable(DbConnection connection, NpgsqlException refused)
    {
        if (refused.SqlState == PreparedBySql)
        {
            logger.LogWarning("A session of the database holds a statement that SQL prepared, which the portal never does: SQL may have been injected. Its connections are closed.");
            return true;
        }

        return connection.State is not ConnectionState.Open;
    }

    /// <summary>No session of the pool is used again: which others are like it is not known.</summary>
    private static void Discard(DbConnection connection)
    {
        NpgsqlConnection.ClearPool((NpgsqlConnection)connection);
        connection.Close();
    }

    private void Enter(DbConnection connection)
    {
        using var command = CreateCommand(connection);
        command.ExecuteNonQuery();
    }

    private async Task EnterAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = CreateCommand(connection);
        await command.ExecuteNonQueryAsync(cancellation);
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
