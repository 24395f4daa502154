using System.ComponentModel;
using System.Diagnostics;

namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>Runs a short program of the operating system or of PostgreSQL to its end.</summary>
internal static class Command
{
    /// <summary>Runs a program and gives what it printed, trimmed.</summary>
    /// <exception cref="EmbeddedPostgresException">The program is absent or ended with an error; the message quotes it.</exception>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var (code, output) = await ExecuteAsync(program, arguments, cancellation);
        return code == 0 ? output : throw new EmbeddedPostgresException($"{Path.GetFileName(program)} failed with code {code}: {output}");
    }

    /// <summary>Whether a program ends without error.</summary>
    public static async Task<bool> SucceedsAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation) =>
        (await ExecuteAsync(program, arguments, cancellation)).Code == 0;

    private static async Task<(int Code, string Output)> ExecuteAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = "C";
        foreach (var name in start.Environment.Keys.Where(key => key.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);

        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, $"{await output}\n{await error}".Trim());
        }
        catch (Win32Exception missing)
        {
            throw new EmbeddedPostgresException($"The program {program} cannot be started: {missing.Message}", missing);
        }
    }
}
