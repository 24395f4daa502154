using System.Data.Common;
using GreenFactory.Application.Access;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace GreenFactory.Application.Data;

/// <summary>
/// Tells the server who is at work each time a connection leaves the pool. The pool resets the session when the
/// connection goes back, so a scope can never reach the next user of it; without one, row-level security shows nothing.
/// </summary>
public sealed class ScopeConnectionInterceptor(CurrentAccess access) : DbConnectionInterceptor
{
    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (access.IsSet)
        {
            using var command = CreateCommand(connection);
            command.ExecuteNonQuery();
        }
    }

    /// <inheritdoc/>
    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (access.IsSet)
        {
            await using var command = CreateCommand(connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private NpgsqlCommand CreateCommand(DbConnection connection)
    {
        var scope = access.Scope;
        var command = new NpgsqlCommand("select gf.enter_scope($1, $2, $3, $4)", (NpgsqlConnection)connection);
        command.Parameters.Add(new NpgsqlParameter { Value = scope.Municipality.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter { Value = scope.Desk.ToString(), NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter { Value = scope.User?.Value is { } user ? user : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        command.Parameters.Add(new NpgsqlParameter { Value = scope.Units.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        return command;
    }
}
