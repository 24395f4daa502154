using System.Globalization;
using System.Text.Json;
using GreenFactory.Application.Audit.Verification;
using GreenFactory.EndToEnd.Tests.Reliability;
using GreenFactory.Infrastructure.Signing;
using Npgsql;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>
/// Network, database, portal and browser fail at random moments while somebody types and uploads, signs, seals, opens notices and publishes: everything
/// acknowledged is there, exactly once, the log of events holds, and the portal serves again by itself. GREENFACTORY_MOMENTS sets how many moments (30 unless set; see docs/reliability.md).
/// </summary>
public sealed class ReliabilityTests
{
    private static readonly int Moments = int.TryParse(Environment.GetEnvironmentVariable("GREENFACTORY_MOMENTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 30;

    [Fact]
    public async Task Everything_acknowledged_is_there_exactly_once_after_network_database_and_portal_failed_at_random()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var seed = Random.Shared.Next();
        await using var portal = new PortalProcess();
        await portal.StartAsync(cancellation);
        await using var network = new FlakyNetwork(new Uri(portal.Address));
        var disturbance = new Disturbance(portal, network, new Random(seed));
        var restarts = Math.Max(2, Moments / 15);
        var browsers = Math.Max(2, Moments / 15);
        var typing = disturbance.Shuffle(Moments * 3 / 5, restarts / 2);
        var deciding = disturbance.Shuffle(Moments - typing.Count - browsers, restarts - (restarts / 2));

        using var person = new ScriptedPerson(network.Address);
        await person.BeginAsync("signer@cement.example");
        var disturbing = disturbance.RunAsync(typing, () => person.Saved + person.Uploaded.Count, cancellation);
        await Task.WhenAll(disturbing, person.WorkAsync(new Random(seed + 1), () => disturbing.IsCompleted, cancellation));
        await HoldsWhatWasTypedAsync(portal, person, cancellation);
        await using (var browser = new KilledBrowser(network, $"/apply/{person.Case}", disturbance, new Random(seed + 3)))
        {
            await browser.TypeAsync(browsers, cancellation);
            Assert.Equal(browser.Typed, await AreaAsync(portal, person.Case, cancellation));
        }

        var people = new DecidingPeople(portal, network.Address, disturbance, deciding, new Random(seed + 2), cancellation);
        await people.SignAsync(person.Case);
        await people.SealAndPublishAsync();
        await people.HoldsWhatWasDecidedAsync();

        var note = $"seed {seed}: {person.Saved} saves, {person.Uploaded.Count} files, {person.Failures} sent in vain; {people.Counts}; {string.Join(", ", disturbance.Counts.Select(pair => $"{pair.Key} {pair.Value}"))}";
        TestContext.Current.TestOutputHelper?.WriteLine(note);
        Assert.Equal(Moments, disturbance.Counts.Values.Sum());
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        var report = await new DatabaseAudit(connection, new TrustFile(Path.Combine(portal.DataFolder, TrustFile.FileName)), new SignatureVerifier()).VerifyAsync([], null, cancellation);
        Assert.Empty(report.Findings);
    }

    private static async Task HoldsWhatWasTypedAsync(PortalProcess portal, ScriptedPerson person, CancellationToken cancellation)
    {
        Assert.True(person.Saved > 10 && person.Uploaded.Count > 0, $"only {person.Saved} saves and {person.Uploaded.Count} files");
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var connection = await source.OpenConnectionAsync(cancellation);
        Assert.Equal(person.Expected.OrderBy(pair => pair.Key), (await AnswersAsync(connection, person.Case, cancellation)).OrderBy(pair => pair.Key));
        Assert.Equal(person.Saved, await ScalarAsync(connection, "select revision from answer_section where declaration_id = $1 and section_code = 'profile'", person.Case, cancellation));
        Assert.Equal(person.Uploaded.Order(), await FilesAsync(connection, person.Case, cancellation));
    }

    private static async Task<Dictionary<string, string>> AnswersAsync(NpgsqlConnection connection, Guid declaration, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select answers::text from answer_section where declaration_id = $1 and section_code = 'profile'", connection) { Parameters = { new() { Value = declaration } } };
        using var answers = JsonDocument.Parse((string)(await command.ExecuteScalarAsync(cancellation))!);
        return answers.RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetProperty("values")[0].GetString()!);
    }

    private static async Task<string> AreaAsync(PortalProcess portal, Guid declaration, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(portal.OwnerConnectionString);
        await using var command = source.CreateCommand("select answers -> 'i.land_area' -> 'values' ->> 0 from answer_section where declaration_id = $1 and section_code = 'land'");
        command.Parameters.Add(new() { Value = declaration });
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }

    private static async Task<List<string>> FilesAsync(NpgsqlConnection connection, Guid declaration, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand("select content_hash from evidence_file where declaration_id = $1 order by content_hash collate \"C\"", connection) { Parameters = { new() { Value = declaration } } };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var hashes = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            hashes.Add(reader.GetString(0));
        }

        return hashes;
    }

    private static async Task<int> ScalarAsync(NpgsqlConnection connection, string sql, Guid declaration, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = declaration } } };
        return (int)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
