using System.Diagnostics;
using System.Globalization;
using GreenFactory.Application.Administration;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Audit.Verification;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Ports;
using GreenFactory.Application.Seeding;
using GreenFactory.Cli.Commands;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Users;
using GreenFactory.Samples;
using GreenFactory.Testing.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace GreenFactory.Application.Tests.Samples;

/// <summary>The sample year: what is planted is what the use cases would have written, the same for the same seed, whole or not there.</summary>
public sealed class SampleYearTests
{
    private static readonly SampleOptions Small = new(SampleOptions.Fewest, "probe");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_planted_case_is_row_for_row_what_the_use_cases_write()
    {
        await using var handled = await PortalDatabase.OpenAsync(Cancellation);
        await using var planted = await PortalDatabase.OpenAsync(Cancellation);
        var story = new CaseStory(PortalDatabase.Start);

        await story.HandleAsync(handled, Cancellation);
        await story.PlantAsync(planted, Cancellation);

        foreach (var table in PlantedRows.Tables)
        {
            var rows = await PlantedRows.ReadAsync(handled.OwnerConnectionString, table, Cancellation);
            Assert.NotEmpty(rows);
            Assert.Equal(rows, await PlantedRows.ReadAsync(planted.OwnerConnectionString, table, Cancellation));
        }

        Assert.Empty(await FindingsAsync(planted));
    }

    /// <summary>A measurement, run by hand (<c>-explicit only</c>): the second case in each way, so that neither pays for being the first.</summary>
    [Fact(Explicit = true)]
    public async Task Planting_a_case_is_twenty_times_as_fast_as_the_use_cases()
    {
        var handled = TimeSpan.Zero;
        for (var round = 0; round < 2; round++)
        {
            await using var portal = await PortalDatabase.OpenAsync(Cancellation);
            var watch = Stopwatch.StartNew();
            await new CaseStory(PortalDatabase.Start).HandleAsync(portal, Cancellation);
            handled = watch.Elapsed;
        }

        var planted = TimeSpan.Zero;
        foreach (var options in new[] { Small, Small with { Size = 5000 } })
        {
            await using var portal = await PortalDatabase.OpenAsync(Cancellation);
            var watch = Stopwatch.StartNew();
            await SampleYear.PlantRowsAsync(portal.OwnerConnectionString, portal.Services.GetRequiredService<IFileStore>(), options, Cancellation);
            planted = watch.Elapsed / options.Size;
        }

        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{handled.TotalMilliseconds:0} ms by the use cases, {planted.TotalMilliseconds:0.0} ms planted: {handled / planted:0} times"));
        Assert.True(handled > 20 * planted);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_rows_byte_for_byte_and_another_seed_another_year()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);

        var once = await YearDigest.OfAsync(portal, Small, Cancellation);

        Assert.Equal(once, await YearDigest.OfAsync(portal, Small, Cancellation));
        Assert.NotEqual(once, await YearDigest.OfAsync(portal, Small with { Seed = "another" }, Cancellation));
    }

    [Fact]
    public async Task An_interrupted_planting_leaves_no_half_of_a_step_and_the_next_one_goes_on()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        await BreakAsync(portal, "objection", "publication");
        await Assert.ThrowsAnyAsync<Exception>(() => PlantAsync(portal));
        Assert.Equal(0, await CountAsync(portal, "declaration d join campaign c on c.id = d.campaign_id where c.year = 2026"));

        await BreakAsync(portal, "publication", "site_visit");
        await Assert.ThrowsAnyAsync<Exception>(() => PlantAsync(portal));
        Assert.Equal(0, await CountAsync(portal, "declaration d join campaign c on c.id = d.campaign_id where c.year = 2026"));

        await BreakAsync(portal, "site_visit", null);
        Assert.Equal(Small.Size, (await PlantAsync(portal))!.Cases);
        Assert.Equal(Enum.GetNames<CaseState>().Order(), await StatesAsync(portal));
        Assert.Equal(1, await CountAsync(portal, "publication"));
        Assert.Equal(39, await CountAsync(portal, "(select distinct district_id from declaration) d"));
        await TheLogIsReadWithoutRepeatingOrLeavingOutAsync(portal);
        var register = await new CityCases(portal.Services, Cancellation).AsPublicAsync<RegisterSearchQuery, RegisterPage>(query => query.SearchAsync(new RegisterSearch { Size = 200 }, Cancellation));
        Assert.Equal([RegisterProof.Signed, RegisterProof.Earlier], register.Entries.Select(entry => entry.Proof).Distinct().Order());
        Assert.Empty(register.Entries.SelectMany(entry => entry.Faults));
        Assert.Empty(await FindingsAsync(portal));
        Assert.Null(await PlantAsync(portal));
        Assert.Equal(Small.Size, await CountAsync(portal, "declaration d join campaign c on c.id = d.campaign_id where c.year = 2026"));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("99")]
    [InlineData("1000000")]
    [InlineData("-5")]
    [InlineData("many")]
    public async Task A_size_out_of_bounds_is_refused_with_the_bounds(string size)
    {
        using var error = new StringWriter();

        var code = await CommandLine.RunAsync(["samples", "--size", size, "--database", "Host=nowhere", "--files", "."], TextWriter.Null, error, TimeProvider.System);

        Assert.Equal(1, code);
        Assert.Contains("100 to 100000", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_begun_without_demonstration_gets_none_and_a_year_is_planted_only_where_there_are_no_cases()
    {
        await using var portal = await PortalDatabase.OpenAsync(Cancellation);
        var store = portal.Services.GetRequiredService<IFileStore>();
        await SampleYear.PlantRowsAsync(portal.OwnerConnectionString, store, Small, Cancellation);
        var refused = await Assert.ThrowsAsync<SampleRefusedException>(() => SampleYear.PlantRowsAsync(portal.OwnerConnectionString, store, Small, Cancellation));
        Assert.Contains("cases already", refused.Message, StringComparison.Ordinal);

        await RunAsync(portal, "delete from clock_setting");
        await Assert.ThrowsAsync<DemonstrationRefusedException>(() => PortalSeeder.SeedAsync(portal.OwnerConnectionString, new SeedOptions(true), new Application.Clock.PortalClock(), Cancellation));
    }

    private static Task<SampleReport?> PlantAsync(PortalDatabase portal) => SampleYear.PlantAsync(portal.OwnerConnectionString, portal.Services, Small, Cancellation);

    /// <summary>Makes inserts into one table fail, and lets them into another again.</summary>
    /// <summary>Many processes of a planted year lie in the same minute.</summary>
    private static async Task TheLogIsReadWithoutRepeatingOrLeavingOutAsync(PortalDatabase portal)
    {
        const int pages = 6;
        await using var scope = await portal.AsAsync("admin@city.example", Desk.Admin, Cancellation);
        var query = scope.ServiceProvider.GetRequiredService<ProcessLogQuery>();
        var read = new List<LogEntry>();
        for (var page = 0; page < pages; page++)
        {
            read.AddRange((await query.ReadAsync(null, null, read.LastOrDefault()?.Id.Value, Cancellation)).Take(ProcessLogQuery.PageSize));
        }

        var all = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Processes
            .OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id).Select(row => row.Id).Take(pages * ProcessLogQuery.PageSize).ToListAsync(Cancellation);
        Assert.Equal(all, read.Select(entry => entry.Id));
        Assert.DoesNotContain(read, entry => (ProcessWords.Of(entry.Kind) + ProcessWords.OfDesk(entry.Desk)).Any(char.IsAsciiLetter));
        Assert.All(Enum.GetValues<ProcessKind>(), kind => Assert.NotEmpty(ProcessWords.Of(kind)));
        Assert.Contains(read, entry => entry.Summaries.Distinct().Count() < entry.Summaries.Count);
        Assert.All(read, entry => Assert.Distinct(entry.Told));
        Assert.All(read, entry => Assert.Equal(entry.Summaries.Distinct().Count(), entry.Told.Count()));
    }

    private static async Task BreakAsync(PortalDatabase portal, string whole, string? broken)
    {
        await RunAsync(portal, $"""
            create or replace function gf.probe() returns trigger language plpgsql as $$ begin raise exception 'probe'; end $$;
            drop trigger if exists probe on public.{whole};
            """);
        if (broken is not null)
        {
            await RunAsync(portal, $"create trigger probe before insert on public.{broken} for each row execute function gf.probe()");
        }
    }

    private static async Task<IReadOnlyList<AuditFinding>> FindingsAsync(PortalDatabase portal)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        return (await new DatabaseAudit(connection, portal.Services.GetRequiredService<ITrustedKeys>(), portal.Services.GetRequiredService<ISignatureVerifier>()).VerifyAsync([], null, Cancellation)).Findings;
    }

    private static async Task<IEnumerable<string>> StatesAsync(PortalDatabase portal)
    {
        await using var scope = PersonScope.OpenSystem(portal.Services);
        var states = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Declarations.Select(row => row.State).Distinct().ToListAsync(Cancellation);
        return states.Select(state => state.ToString()).Order();
    }

    private static async Task<long> CountAsync(PortalDatabase portal, string from)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var command = source.CreateCommand($"select count(*) from {from}");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }

    private static async Task RunAsync(PortalDatabase portal, string sql)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
