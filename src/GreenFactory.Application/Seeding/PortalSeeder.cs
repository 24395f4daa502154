using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Municipalities;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Seeding;

/// <summary>Fills a migrated database with what the product needs to start. Safe to repeat: what is there stays as it is.</summary>
public static class PortalSeeder
{
    /// <summary>Seeds.</summary>
    /// <param name="ownerConnectionString">Connection string of the owner role.</param>
    /// <param name="options">What to put in.</param>
    /// <param name="clock">The time.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="DemonstrationRefusedException">A demonstration is asked for on data that is none.</exception>
    public static async Task SeedAsync(string ownerConnectionString, SeedOptions options, PortalClock clock, CancellationToken cancellation)
    {
        if (options.Demonstration)
        {
            await RefuseRealDataAsync(ownerConnectionString, cancellation);
            await SeedClockAsync(ownerConnectionString, clock, cancellation);
        }

        var shipped = new ShippedRuleSets();
        await SeedMunicipalityAsync(ownerConnectionString, Chongqing, cancellation);
        await RunAsync(ownerConnectionString, Chongqing.Id, (db, id) => MunicipalitySeed.ApplyAsync(db, id, ReferenceFiles.Read("districts.csv"), shipped, clock, cancellation));
        if (!options.Demonstration)
        {
            return;
        }

        await SeedMunicipalityAsync(ownerConnectionString, DemonstrationCity, cancellation);
        await RunAsync(ownerConnectionString, DemonstrationCity.Id, (db, id) => MunicipalitySeed.ApplyAsync(db, id, DemonstrationSeed.SecondCityDistricts, shipped, clock, cancellation));
        await RunAsync(ownerConnectionString, Chongqing.Id, (db, id) => DemonstrationSeed.ApplyAsync(db, id, clock, cancellation));
        await RunAsync(ownerConnectionString, DemonstrationCity.Id, (db, id) => DemonstrationSeed.ApplyToSecondCityAsync(db, id, clock, cancellation));
    }

    /// <summary>The municipality of the notice.</summary>
    public static Municipality Chongqing { get; } = Municipality.Create(
        new MunicipalityId(StableId.Of("municipality", "cq")), "cq", "重庆市", "重庆市经济和信息化委员会", host: null, isDefault: true);

    /// <summary>A small second municipality (invented), by which separation is shown and tested.</summary>
    public static Municipality DemonstrationCity { get; } = Municipality.Create(
        new MunicipalityId(StableId.Of("municipality", "yunzhou")), "yunzhou", "云洲市（演示）", "云洲市工业和信息化局（演示）", host: null, isDefault: false);

    /// <summary>Invented accounts with a published password never come to data that began without them: such data has municipalities and no clock of its own.</summary>
    private static async Task RefuseRealDataAsync(string connectionString, CancellationToken cancellation)
    {
        await using var db = PortalMigrator.OpenAsOwner(connectionString);
        if (await db.Municipalities.AnyAsync(cancellation) && !await db.ClockSettings.AnyAsync(cancellation))
        {
            throw new DemonstrationRefusedException();
        }
    }

    /// <summary>A demonstration begins inside the window of the notice, on Monday 2026-07-06 at 09:00 in Beijing, and then goes on.</summary>
    private static async Task SeedClockAsync(string connectionString, PortalClock clock, CancellationToken cancellation)
    {
        await using var db = PortalMigrator.OpenAsOwner(connectionString);
        var setting = await db.ClockSettings.SingleOrDefaultAsync(cancellation);
        if (setting is null)
        {
            setting = new ClockSetting { OffsetSeconds = (long)(ChinaTime.At(2026, 7, 6, 9) - TimeProvider.System.GetUtcNow()).TotalSeconds };
            db.Add(setting);
            await db.SaveChangesAsync(cancellation);
        }

        clock.Offset = TimeSpan.FromSeconds(setting.OffsetSeconds);
    }

    private static async Task SeedMunicipalityAsync(string connectionString, Municipality municipality, CancellationToken cancellation)
    {
        await using var db = PortalMigrator.OpenAsOwner(connectionString);
        if (!await db.Municipalities.AnyAsync(row => row.Code == municipality.Code, cancellation))
        {
            db.Add(municipality);
            await db.SaveChangesAsync(cancellation);
        }
    }

    private static async Task RunAsync(string connectionString, MunicipalityId municipality, Func<PortalDbContext, MunicipalityId, Task> seed)
    {
        var access = new CurrentAccess();
        access.Use(AccessScope.System(municipality));
        await using var db = PortalMigrator.OpenAsOwner(connectionString, access);
        await seed(db, municipality);
    }
}
