using GreenFactory.Infrastructure.EmbeddedPostgres;

namespace GreenFactory.Testing.Postgres;

/// <summary>
/// A database that is migrated and seeded once per test process, of which every test class gets its own copy. It is never shared with
/// another process, so it always holds the schema of the code under test.
/// </summary>
/// <param name="prepare">Migrates and seeds; gets the connection string of the owner role.</param>
public sealed class TestTemplate(Func<string, CancellationToken, Task> prepare)
{
    private readonly Lock _gate = new();
    private Task<string>? _prepared;

    /// <summary>Makes a copy of the template for one test class; the first call makes the template.</summary>
    public async Task<TestDatabase> CloneAsync(CancellationToken cancellation)
    {
        var server = await TestServer.Current;
        Task<string> prepared;
        lock (_gate) prepared = _prepared ??= PrepareAsync(server);
        var name = TestServer.NewDatabaseName();
        await CreateAsync(server, name, $"TEMPLATE \"{await prepared.WaitAsync(cancellation)}\"", cancellation);
        return new TestDatabase(server, name);
    }

    private async Task<string> PrepareAsync(TestServer server)
    {
        var name = TestServer.NewDatabaseName();
        await CreateAsync(server, name, "", CancellationToken.None);
        if (server.OutlivesThisProcess)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => new TestDatabase(server, name).DisposeAsync().AsTask().GetAwaiter().GetResult();
        await prepare($"{server.OwnerOf(name)};Pooling=false", CancellationToken.None);
        return name;
    }

    private static async Task CreateAsync(TestServer server, string name, string clause, CancellationToken cancellation)
    {
        await using (var superuser = await server.OpenSuperuserAsync("postgres", cancellation))
            await TestServer.ExecuteAsync(superuser, $"CREATE DATABASE \"{name}\" OWNER {RoleScripts.Owner} {clause}");
        await using var inside = await server.OpenSuperuserAsync(name, cancellation);
        await RoleScripts.SetPrivilegesAsync(inside, cancellation);
    }
}
