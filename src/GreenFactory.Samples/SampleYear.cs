using GreenFactory.Application.Access;
using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.Ports;
using GreenFactory.Application.Seeding;
using GreenFactory.Domain.Declarations;
using GreenFactory.Samples.Bulk;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GreenFactory.Samples;

/// <summary>What was planted.</summary>
/// <param name="Cases">Cases of the present campaign.</param>
/// <param name="Rows">Rows written.</param>
/// <param name="Problems">What is faulty on purpose, and where.</param>
public sealed record SampleReport(int Cases, long Rows, IReadOnlyList<PlantedProblem> Problems);

/// <summary>
/// The sample year: an invented municipality in the middle of its campaign, the same for the same seed, size and day. All rows are written in one transaction:
/// an interrupted planting leaves nothing, and the next start plants again.
/// </summary>
public static class SampleYear
{
    /// <summary>The moment a planted demonstration begins at: Monday 2026-07-20 at 09:00 in Beijing, five days before the districts' deadline.</summary>
    public static readonly DateTimeOffset Start = ChinaTime.At(2026, 7, 20, 9).ToUniversalTime();

    /// <summary>Plants the year into a demonstration that has no case yet; one that has cases stays as it is.</summary>
    /// <param name="ownerConnectionString">Connection string of the owner role.</param>
    /// <param name="store">Where the files go.</param>
    /// <param name="options">Which year.</param>
    /// <param name="cancellation">Stops the work; nothing of it stays.</param>
    /// <returns>What was planted, or null when there are cases already.</returns>
    /// <exception cref="SampleRefusedException">The database is no demonstration.</exception>
    public static async Task<SampleReport?> PlantAsync(string ownerConnectionString, IFileStore store, SampleOptions options, CancellationToken cancellation)
    {
        var municipality = PortalSeeder.Chongqing;
        var access = new CurrentAccess();
        access.Use(AccessScope.System(municipality.Id));
        await using var db = PortalMigrator.OpenAsOwner(ownerConnectionString, access);
        if (!await db.Municipalities.AnyAsync(row => row.Code == PortalSeeder.DemonstrationCity.Code, cancellation))
        {
            throw new SampleRefusedException("A sample year is planted into a demonstration only, and this database is none: start one with --demo on an empty data folder.");
        }

        if (await db.Declarations.IgnoreQueryFilters().AnyAsync(row => row.MunicipalityId == municipality.Id, cancellation))
        {
            return null;
        }

        var world = await World.ReadAsync(db, cancellation);
        var folder = new MunicipalityFolder(municipality.Code);
        var papers = await PaperShelf.FillAsync(store, folder, KindsOfEvidence(world), cancellation);
        await using var source = NpgsqlDataSource.Create(ownerConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await using var collected = PortalMigrator.OpenAsOwner(ownerConnectionString, access);
        collected.ChangeTracker.AutoDetectChangesEnabled = false;
        var writer = new BulkWriter(connection, collected);
        await writer.BeginAsync(cancellation);
        var planting = new Planting(collected, municipality.Id, options.Seed, Start);
        await new YearPlanter(planting, world, papers, writer).PlantAsync(options, cancellation);
        await writer.EndAsync(cancellation);
        await MoveClockAsync(connection, cancellation);
        await transaction.CommitAsync(cancellation);
        return new SampleReport(options.Size, writer.Rows, planting.Problems);
    }

    private static IEnumerable<string> KindsOfEvidence(World world) =>
        world.RuleSets.SelectMany(pin => pin.Set.RuleSet.Gates.SelectMany(gate => gate.Evidence).Concat(pin.Set.RuleSet.Indicators.SelectMany(row => row.Evidence))).Append("补充说明");

    /// <summary>The clock of the demonstration goes to the start of the year; where it is already later, it stays.</summary>
    private static async Task MoveClockAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            "insert into public.clock_setting (id, offset_seconds) values (1, $1) on conflict (id) do update set offset_seconds = greatest(public.clock_setting.offset_seconds, excluded.offset_seconds)", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = (long)(Start - TimeProvider.System.GetUtcNow()).TotalSeconds });
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
