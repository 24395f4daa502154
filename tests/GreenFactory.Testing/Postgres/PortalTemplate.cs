using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Seeding;

namespace GreenFactory.Testing.Postgres;

/// <summary>The portal's database, migrated and seeded as a demonstration: once per test process, one copy per test class.</summary>
public static class PortalTemplate
{
    private static readonly TestTemplate Template = new(async (owner, cancellation) =>
    {
        await PortalMigrator.MigrateAsync(owner, movableClock: true, cancellation);
        await PortalSeeder.SeedAsync(owner, new SeedOptions(Demonstration: true), new PortalClock(), cancellation);
    });

    /// <summary>A copy for one test class.</summary>
    public static Task<TestDatabase> CloneAsync(CancellationToken cancellation) => Template.CloneAsync(cancellation);
}
