using System.Globalization;
using GreenFactory.Infrastructure.EmbeddedPostgres;
using Npgsql;

namespace GreenFactory.Testing.Postgres;

/// <summary>
/// The one PostgreSQL server of this test process: the one that <see cref="Variable"/> names (a superuser's connection string), else an
/// embedded one, else a container.
/// </summary>
public sealed class TestServer
{
    /// <summary>The environment variable with a superuser's connection string to a server for tests.</summary>
    public const string Variable = "GREENFACTORY_TEST_DB";

    /// <summary>What the databases of every test process begin with on a server that outlives it.</summary>
    internal const string DatabasePrefix = "gf_test_";

    private const string OwnerPassword = "owner-of-tests";
    private const string AppPassword = "app-of-tests";
    private const string SystemPassword = "system-of-tests";

    /// <summary>Libraries that the embedded server loads as it starts, for benchmarks; set before the first use.</summary>
    public static IReadOnlyList<string> Preloaded { get; set; } = [];

    private static readonly Lazy<Task<TestServer>> Started = new(StartAsync);

    private readonly NpgsqlConnectionStringBuilder _superuser;

    private TestServer(string superuserConnectionString) =>
        _superuser = new NpgsqlConnectionStringBuilder(superuserConnectionString) { Pooling = false };

    /// <summary>The server, started by the first who asks.</summary>
    public static Task<TestServer> Current => Started.Value;

    /// <summary>Whether the server was there before this process, so that what this process makes must be dropped.</summary>
    internal bool OutlivesThisProcess { get; } = Environment.GetEnvironmentVariable(Variable) is not null;

    /// <summary>How the role that owns the schema reaches a database.</summary>
    public string OwnerOf(string database) => As(database, RoleScripts.Owner, OwnerPassword);

    /// <summary>How the role of requests reaches a database.</summary>
    public string AppOf(string database) => As(database, RoleScripts.App, AppPassword);

    /// <summary>How the role of background work reaches a database.</summary>
    public string SystemOf(string database) => As(database, RoleScripts.System, SystemPassword);

    /// <summary>An open connection of the superuser to a database.</summary>
    internal async Task<NpgsqlConnection> OpenSuperuserAsync(string database, CancellationToken cancellation)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_superuser.ConnectionString) { Database = database }.ConnectionString);
        await connection.OpenAsync(cancellation);
        return connection;
    }

    private static async Task<TestServer> StartAsync()
    {
        var server = new TestServer(Environment.GetEnvironmentVariable(Variable) ?? await StartOwnAsync());
        await using var superuser = await server.OpenSuperuserAsync("postgres", CancellationToken.None);
        await ExecuteAsync(superuser, "SELECT pg_advisory_lock(4711)");
        await RoleScripts.EnsureRolesAsync(superuser, OwnerPassword, AppPassword, SystemPassword, CancellationToken.None);
        await DropLeftoversAsync(superuser);
        return server;
    }

    private static Task<string> StartOwnAsync() =>
        PostgresBinaries.Find(AppContext.BaseDirectory) is null ? ContainerServer.StartAsync() : EmbeddedTestServer.StartAsync();

    /// <summary>Drops what test processes left that were killed more than a day ago; names carry the hour they were made in.</summary>
    private static async Task DropLeftoversAsync(NpgsqlConnection superuser)
    {
        var old = new List<string>();
        await using (var command = superuser.CreateCommand())
        {
            command.CommandText =
                $"SELECT datname FROM pg_database WHERE datname ~ '^{DatabasePrefix}[0-9]+_' " +
                "AND split_part(datname, '_', 3)::bigint < extract(epoch FROM now()) / 3600 - 24";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) old.Add(reader.GetString(0));
        }

        foreach (var name in old) await ExecuteAsync(superuser, $"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)");
    }

    /// <summary>A name for a database that no other test process uses.</summary>
    internal static string NewDatabaseName()
    {
        var hour = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 3600;
        return string.Create(CultureInfo.InvariantCulture, $"{DatabasePrefix}{hour}_{Guid.NewGuid():N}");
    }

    internal static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names in the text are made by this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private string As(string database, string role, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = _superuser.Host,
        Port = _superuser.Port,
        Database = database,
        Username = role,
        Password = password,
        MaxPoolSize = 20,
    }.ConnectionString;
}
