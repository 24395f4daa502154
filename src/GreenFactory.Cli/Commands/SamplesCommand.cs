using System.Diagnostics;
using GreenFactory.Cli.Support;
using GreenFactory.Infrastructure.EmbeddedPostgres;
using GreenFactory.Infrastructure.Files;
using GreenFactory.Samples;
using Npgsql;

namespace GreenFactory.Cli.Commands;

/// <summary>Fills an empty demonstration with an invented year of any size. Exit codes: 0 done, 1 refused, 3 the database could not be written.</summary>
internal static class SamplesCommand
{
    private const int NotWritten = 3;

    public static async Task<int> RunAsync(Arguments arguments, TextWriter output, TextWriter error)
    {
        var data = arguments.Option("data");
        var size = arguments.Option("size") ?? throw new UsageException("Option '--size' is missing.");
        var seed = arguments.Option("seed") ?? SampleOptions.UsualSeed;
        var connectionString = arguments.Option("database") ?? (data is null ? null : DataFolderDatabase.OwnerConnectionString(data))
            ?? throw new UsageException("Name the database by --database or the data folder of a running portal by --data.");
        var files = arguments.Option("files") ?? (data is null ? throw new UsageException("Option '--files' is missing.") : Path.Combine(data, "files"));
        arguments.Finish();
        try
        {
            var watch = Stopwatch.StartNew();
            var report = await SampleYear.PlantRowsAsync(
                connectionString, new FolderFileStore(Path.GetFullPath(files), TimeProvider.System), new SampleOptions(SampleOptions.ReadSize(size), seed), CancellationToken.None);
            output.WriteLine($"{report.Cases} cases, {report.Rows} rows in {watch.Elapsed.TotalSeconds:0.0} s. Faulty on purpose:");
            foreach (var problem in report.Problems)
                output.WriteLine($"{problem.CaseNumber} {problem.What}");
            return 0;
        }
        catch (SampleRefusedException refused)
        {
            throw new RefusedException([$"gf: {refused.Message}"]);
        }
        catch (NpgsqlException e)
        {
            error.WriteLine($"gf: the database could not be written: {e.Message}");
            return NotWritten;
        }
    }
}
