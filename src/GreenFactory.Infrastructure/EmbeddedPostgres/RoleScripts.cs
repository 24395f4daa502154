using System.Globalization;
using Npgsql;

namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>
/// Makes the roles and a database, with the same SQL files that an operator runs on a server of one's own
/// (<c>deploy/postgres</c>).
/// </summary>
public static class RoleScripts
{
    /// <summary>The role that owns the schema and runs migrations.</summary>
    public const string Owner = "greenfactory_owner";

    /// <summary>The role by which requests are served; it owns nothing, row-level security always holds for it, and it is believed no more than a session proves.</summary>
    public const string App = "greenfactory_app";

    /// <summary>The role of background work; row-level security holds for it too, but it is believed who is at work.</summary>
    public const string System = "greenfactory_system";

    /// <summary>Makes the roles, or brings them up to date, and sets their passwords.</summary>
    public static async Task EnsureRolesAsync(NpgsqlConnection superuser, string ownerPassword, string appPassword, string systemPassword, CancellationToken cancellation)
    {
        await ExecuteAsync(superuser, await ReadAsync("roles.sql", cancellation), cancellation);
        await ExecuteAsync(superuser, $"ALTER ROLE {Owner} PASSWORD {Literal(ownerPassword)}; ALTER ROLE {App} PASSWORD {Literal(appPassword)}; ALTER ROLE {System} PASSWORD {Literal(systemPassword)}", cancellation);
    }

    /// <summary>Makes a database owned by the owner role, when there is none of that name yet.</summary>
    public static async Task EnsureDatabaseAsync(NpgsqlConnection superuser, string database, CancellationToken cancellation)
    {
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", superuser);
        exists.Parameters.AddWithValue(database);
        if (await exists.ExecuteScalarAsync(cancellation) is null)
            await ExecuteAsync(superuser, $"CREATE DATABASE {Identifier(database)} OWNER {Owner}", cancellation);
    }

    /// <summary>Sets the privileges of the database that the connection is on.</summary>
    public static async Task SetPrivilegesAsync(NpgsqlConnection superuser, CancellationToken cancellation) =>
        await ExecuteAsync(superuser, await ReadAsync("database.sql", cancellation), cancellation);

    private static string Identifier(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string text) => string.Create(CultureInfo.InvariantCulture, $"'{text.Replace("'", "''", StringComparison.Ordinal)}'");

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is this assembly's own; names and passwords in it are quoted above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static async Task<string> ReadAsync(string name, CancellationToken cancellation)
    {
        await using var stream = typeof(RoleScripts).Assembly.GetManifestResourceStream($"postgres/{name}")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellation);
    }
}
