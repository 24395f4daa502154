using GreenFactory.Application.Data;
using Npgsql;

namespace GreenFactory.Testing.Postgres;

/// <summary>A database of one test class; disposing drops it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestServer _server;
    private readonly string _name;

    internal TestDatabase(TestServer server, string name)
    {
        _server = server;
        _name = name;
    }

    /// <summary>How the role that owns the schema reaches it.</summary>
    public string OwnerConnectionString => _server.OwnerOf(_name);

    /// <summary>How the role of requests reaches it.</summary>
    public string AppConnectionString => _server.AppOf(_name);

    /// <summary>How the role of background work reaches it.</summary>
    public string SystemConnectionString => _server.SystemOf(_name);

    /// <summary>An open connection that no rule of the database binds, to arrange what the product itself never could.</summary>
    public Task<NpgsqlConnection> OpenAsSuperuserAsync(CancellationToken cancellation) => _server.OpenSuperuserAsync(_name, cancellation);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        var roles = new DatabaseRoles(AppConnectionString, SystemConnectionString);
        foreach (var address in (string[])[AppConnectionString, SystemConnectionString, roles.App, roles.System])
        {
            using var pool = new NpgsqlConnection(address);
            NpgsqlConnection.ClearPool(pool);
        }

        using (var owner = new NpgsqlConnection(OwnerConnectionString)) NpgsqlConnection.ClearPool(owner);
        await using var superuser = await _server.OpenSuperuserAsync("postgres", CancellationToken.None);
        await TestServer.ExecuteAsync(superuser, $"DROP DATABASE IF EXISTS \"{_name}\" WITH (FORCE)");
    }
}
