using System.Text.Json.Nodes;
using GreenFactory.Application.Audit.Verification;
using GreenFactory.Application.Ports.Files;
using GreenFactory.Application.Ports.Signing;
using GreenFactory.Cli.Support;
using GreenFactory.Infrastructure.EmbeddedPostgres;
using GreenFactory.Infrastructure.Signing;
using Npgsql;

namespace GreenFactory.Cli.Commands;

/// <summary>
/// Verifies a database, or a dump restored into one, against pinned keys and kept heads. Exit codes: 0 everything holds, 1 something does
/// not, 3 the database could not be read.
/// </summary>
internal static class AuditVerifyCommand
{
    private const int NotRead = 3;

    public static async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter error)
    {
        var data = arguments.Option("data");
        var connectionString = arguments.Option("database") ?? (data is null ? null : DataFolderDatabase.OwnerConnectionString(data))
            ?? throw new UsageException("Name the database by --database or the data folder of a running portal by --data.");
        var trust = arguments.Option("trust") ?? (data is null ? throw new UsageException("Option '--trust' is missing.") : Path.Combine(data, TrustFile.FileName));
        var heads = arguments.Option("heads");
        var folder = heads ?? (data is null ? null : Path.Combine(data, "checkpoints"));
        var only = arguments.Option("municipality");
        var json = arguments.Flag("json");
        arguments.Finish();
        if (!File.Exists(trust))
            throw new RefusedException([$"gf: there is no file of pinned keys '{trust}'; fetch /.well-known/greenfactory-keys.json of the portal when you trust it, and keep it."]);
        if (heads is { } named && !Directory.Exists(named))
            throw new RefusedException([$"gf: there is no folder of heads '{named}'"]);
        var kept = folder is null ? [] : CheckpointFolder.Read(folder);
        try
        {
            var report = await VerifyAsync(connectionString, new TrustFile(trust), kept, only);
            Print(report, kept, json, output, error);
            return report.Findings.Count == 0 && report.Logs.Count > 0 ? 0 : 1;
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            error.WriteLine($"gf: the database could not be read: {e.Message}");
            return NotRead;
        }
    }

    private static async Task<AuditReport> VerifyAsync(string connectionString, TrustFile trust, IReadOnlyList<KeptCheckpoint> kept, string? only)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var snapshot = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        return await new DatabaseAudit(connection, trust, new SignatureVerifier()).VerifyAsync(kept, only, CancellationToken.None);
    }

    private static void Print(AuditReport report, IReadOnlyList<KeptCheckpoint> kept, bool json, TextWriter output, TextWriter error)
    {
        if (json)
        {
            Json.Write(output, new JsonObject
            {
                ["sound"] = report.Findings.Count == 0 && report.Logs.Count > 0,
                ["logs"] = Json.Array(report.Logs, log => new JsonObject
                {
                    ["municipality"] = log.Code,
                    ["events"] = log.Events,
                    ["root"] = log.Root,
                    ["heads"] = log.Heads,
                    ["lists"] = log.Lists,
                    ["scores"] = log.Scores,
                }),
                ["findings"] = Json.Array(report.Findings, finding => new JsonObject { ["municipality"] = finding.Municipality, ["kind"] = finding.Kind, ["message"] = finding.Message }),
            });
            return;
        }

        foreach (var finding in report.Findings)
            error.WriteLine($"{finding.Municipality}: {finding.Kind}: {finding.Message}");
        foreach (var log in report.Logs)
            output.WriteLine($"{log.Code}: {log.Events} events, root {log.Root}; {log.Heads} signed heads, {log.Lists} signed lists and {log.Scores} frozen scores held against it.");
        if (report.Logs.Count == 0)
            error.WriteLine("gf: there is no such municipality.");
        else if (kept.Count == 0)
            output.WriteLine("No kept heads were given: a log rewritten as a whole by its owner is found only by heads kept elsewhere (--heads DIR).");
        output.WriteLine(report.Findings.Count == 0 ? "Everything that was checked holds." : $"{report.Findings.Count} findings. Keep the database as it is and call the auditors.");
    }
}
