using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Seeding;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Samples;

/// <summary>What was planted.</summary>
/// <param name="Cases">Cases of the present campaign.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Problems">What is faulty on purpose, and where.</param>
public sealed record SampleReport(int Cases, long Rows, IReadOnlyList<PlantedProblem> Problems);

/// <summary>
/// The sample year: an invented municipality in the middle of its campaign, the same for the same seed, size and day. Each of its two campaigns is written in one
/// transaction, the signed lists by the portal's own use cases; a planting that was interrupted is gone on with by the next call, and until the last step the
/// portal is not ready.
/// </summary>
public static class SampleYear
{
    /// <summary>The campaign it is the year of: the one that every municipality starts with.</summary>
    public const int CampaignYear = 2026;

    /// <summary>The moment a planted demonstration begins at: Monday 2026-07-20 at 09:00 in Beijing, five days before the districts' deadline.</summary>
    public static readonly DateTimeOffset Start = ChinaTime.At(2026, 7, 20, 9).ToUniversalTime();

    /// <summary>Plants the year into a demonstration that has no case yet; one that has cases stays as it is.</summary>
    /// <param name="ownerConnectionString">Connection string of the owner role.</param>
    /// <param name="services">The services of the portal: the lists are signed by its use cases.</param>
    /// <param name="options">Which year.</param>
    /// <param name="cancellation">Stops the work; the next call goes on with it.</param>
    /// <returns>What was planted, or null when there are cases already.</returns>
    /// <exception cref="SampleRefusedException">The database is no demonstration.</exception>
    public static async Task<SampleReport?> PlantAsync(string ownerConnectionString, IServiceProvider services, SampleOptions options, CancellationToken cancellation)
    {
        await using var db = await OpenAsync(ownerConnectionString, cancellation);
        return await new SampleWork(ownerConnectionString, db, options).RunAsync(services, cancellation);
    }

    /// <summary>Plants the present campaign alone, without its lists: a municipality of any size for measuring.</summary>
    /// <param name="ownerConnectionString">Connection string of the owner role.</param>
    /// <param name="store">Where the files go.</param>
    /// <param name="options">Which year.</param>
    /// <param name="cancellation">Stops the work; nothing of it stays.</param>
    /// <exception cref="SampleRefusedException">The database is no demonstration, or has cases already.</exception>
    public static async Task<SampleReport> PlantRowsAsync(string ownerConnectionString, IFileStore store, SampleOptions options, CancellationToken cancellation)
    {
        await using var db = await OpenAsync(ownerConnectionString, cancellation);
        return await db.Declarations.AnyAsync(cancellation)
            ? throw new SampleRefusedException("There are cases already, and a sample year is planted only where there are none: name an empty demonstration (--demo --samples 0).")
            : await new SampleWork(ownerConnectionString, db, options).RunRowsAsync(store, cancellation);
    }

    private static async Task<PortalDbContext> OpenAsync(string ownerConnectionString, CancellationToken cancellation)
    {
        var db = PortalMigrator.OpenAsOwner(ownerConnectionString, SampleWork.Access());
        return await db.Municipalities.AnyAsync(row => row.Code == PortalSeeder.DemonstrationCity.Code, cancellation)
            ? db
            : throw new SampleRefusedException("A sample year is planted into a demonstration only, and this database is none: start one with --demo on an empty data folder.");
    }
}
