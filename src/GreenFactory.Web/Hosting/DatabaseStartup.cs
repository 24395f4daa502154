using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Seeding;
using GreenFactory.Infrastructure.EmbeddedPostgres;
using GreenFactory.Samples;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Web.Hosting;

/// <summary>
/// Finds the database or starts one: connection strings in the configuration name a server; without them the program runs
/// its own PostgreSQL below the data folder.
/// </summary>
public sealed class DatabaseStartup : IAsyncDisposable
{
    private EmbeddedPostgresServer? server;

    /// <summary>Where the database is.</summary>
    public required DatabaseAddress Address { get; init; }

    /// <summary>Opens the database that the configuration means.</summary>
    public static async Task<DatabaseStartup> OpenAsync(IConfiguration configuration, string dataFolder, CancellationToken cancellation)
    {
        if (configuration.GetConnectionString("Portal") is { Length: > 0 } app)
        {
            var system = configuration.GetConnectionString("System") is { Length: > 0 } named
                ? named
                : throw new InvalidOperationException(
                    "ConnectionStrings:Portal is set, but ConnectionStrings:System is not: set it to the address of the role greenfactory_system (deploy/postgres/roles.sql).");
            return new DatabaseStartup { Address = new DatabaseAddress(new DatabaseRoles(app, system), configuration.GetConnectionString("Owner")) };
        }

        var started = await EmbeddedPostgresServer.StartAsync(
            new EmbeddedPostgresOptions { DataFolder = dataFolder, Address = configuration["Urls"], Report = line => Console.WriteLine(line) },
            cancellation);
        return new DatabaseStartup { Address = new DatabaseAddress(new DatabaseRoles(started.AppConnectionString, started.SystemConnectionString), started.OwnerConnectionString), server = started };
    }

    /// <summary>Migrates and seeds, if this node has the owner's connection, and sets the product's clock.</summary>
    public async Task PrepareAsync(IServiceProvider services, DeploymentOptions deployment, CancellationToken cancellation)
    {
        var clock = services.GetRequiredService<PortalClock>();
        if (Address.Owner is { } owner)
        {
            await PortalMigrator.MigrateAsync(owner, movableClock: deployment.IsDemonstration, cancellation);
            await PortalSeeder.SeedAsync(owner, new SeedOptions(deployment.IsDemonstration), clock, cancellation);
            if (deployment.Samples is { } samples)
            {
                await SampleYear.PlantAsync(owner, services, samples, cancellation);
            }
        }

        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().UsePlatform();
        var setting = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().ClockSettings.SingleOrDefaultAsync(cancellation);
        clock.Offset = TimeSpan.FromSeconds(setting?.OffsetSeconds ?? 0);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }
}
