using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Users;
using GreenFactory.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace GreenFactory.Testing.Cases;

/// <summary>A migrated and seeded demonstration on a real server, with the application's services and without the web. The clock begins inside the campaign's window.</summary>
public sealed class PortalDatabase : IAsyncDisposable
{
    /// <summary>The moment at which every test begins: 2026-07-06 10:00 in Beijing.</summary>
    public static readonly DateTimeOffset Start = ChinaTime.At(2026, 7, 6, 10).ToUniversalTime();

    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private readonly string folder;

    private PortalDatabase(TestDatabase database, ServiceProvider services, string folder) => (this.database, this.services, this.folder) = (database, services, folder);

    /// <summary>The application's services.</summary>
    public IServiceProvider Services => services;

    /// <summary>How the owner of the schema reaches the database.</summary>
    public string OwnerConnectionString => database.OwnerConnectionString;

    /// <summary>Folder in which the services keep files, pinned keys and heads of the log.</summary>
    public string DataFolder => folder;

    /// <summary>Opens a copy of its own.</summary>
    public static async Task<PortalDatabase> OpenAsync(CancellationToken cancellation)
    {
        var database = await PortalTemplate.CloneAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("greenfactory-test-").FullName;
        var portal = new PortalDatabase(database, ServicesOfPortal.Build(new DatabaseRoles(database.AppConnectionString, database.SystemConnectionString), folder), folder);
        await portal.MoveClockAsync(Start, cancellation);
        return portal;
    }

    /// <summary>Sets the product's time, in the program and in the database, as the owner.</summary>
    public Task MoveClockAsync(DateTimeOffset to, CancellationToken cancellation) => MovedClock.SetAsync(services, database.OwnerConnectionString, to, cancellation);

    /// <summary>A unit of work of a demonstration person at a desk.</summary>
    public Task<AsyncServiceScope> AsAsync(string email, Desk desk, CancellationToken cancellation) => PersonScope.OpenAsync(services, email, desk, cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
