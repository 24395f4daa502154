using System.Globalization;

namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>The server process of a cluster, driven through <c>pg_ctl</c>.</summary>
internal sealed class Postmaster(string binaries, string clusterFolder, ServerAccount? account)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private string PidFile => Path.Combine(clusterFolder, "postmaster.pid");

    private string LogFile => Path.Combine(clusterFolder, "server.log");

    /// <summary>
    /// Makes the cluster: UTF-8, C collation, a password asked from everybody. It gets its name only when it is whole, so an interrupted
    /// start leaves nothing that looks like a cluster.
    /// </summary>
    public async Task InitialiseAsync(string superuserPassword, bool durable, CancellationToken cancellation)
    {
        var unfinished = $"{clusterFolder}.unfinished";
        var passwordFile = $"{clusterFolder}.password";
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        try
        {
            await using (var writer = new StreamWriter(PrivateFile.Create(passwordFile))) await writer.WriteLineAsync(superuserPassword);
            if (account is not null)
            {
                await account.TakeOverAsync(unfinished, cancellation);
                await account.TakeOverAsync(passwordFile, cancellation);
            }

            string[] arguments =
            [
                "-D", unfinished, "-U", "postgres", "-A", "scram-sha-256", $"--pwfile={passwordFile}", "-E", "UTF8",
                OperatingSystem.IsMacOS() ? "--locale=C" : "--locale=C.UTF-8",
            ];
            await RunAsync("initdb", durable ? arguments : [.. arguments, "--no-sync"], cancellation);
            Directory.Move(unfinished, clusterFolder);
        }
        finally
        {
            File.Delete(passwordFile);
        }
    }

    /// <summary>
    /// Starts the server on a port of this machine only and waits until it takes connections, crash recovery included. A start that is
    /// given up is ended before this returns: a server left half started would hold the cluster against the next program.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">It does not start; the message quotes the end of its log.</exception>
    public async Task StartAsync(int port, bool durable, IReadOnlyList<string> preloaded, CancellationToken cancellation)
    {
        var settings = string.Create(
            CultureInfo.InvariantCulture,
            $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories= -c timezone=UTC -c log_timezone=UTC");
        if (!durable) settings += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        if (preloaded.Count > 0) settings += $" -c shared_preload_libraries={string.Join(',', preloaded)}";
        var starting = RunAsync(
            "pg_ctl", ["start", "-D", clusterFolder, "-w", "-t", "300", "-s", "-l", LogFile, "-o", settings], CancellationToken.None);
        try
        {
            await starting.WaitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            await GiveUpAsync(starting);
            throw;
        }
        catch (EmbeddedPostgresException failed)
        {
            var log = File.Exists(LogFile) ? string.Join('\n', File.ReadLines(LogFile).TakeLast(8)) : "";
            throw new EmbeddedPostgresException($"PostgreSQL does not start. {failed.Message}\nThe end of {LogFile}:\n{log}", failed);
        }
    }

    /// <summary>Ends the server if it still runs: open transactions are rolled back, everything committed is on disk.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (await IsRunningAsync(cancellation))
            await RunAsync("pg_ctl", ["stop", "-D", clusterFolder, "-m", "fast", "-w", "-t", "120", "-s"], cancellation);
    }

    /// <summary>
    /// Clears what a killed program left: a server still running on the cluster is stopped, and a pid file whose number now belongs to
    /// another process is removed, for PostgreSQL itself would take that process for its own. The file goes only when no process works
    /// in the cluster any more, for it is what keeps PostgreSQL from starting beside them.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">Processes of an earlier server do not end.</exception>
    public async Task ClearRemainsAsync(CancellationToken cancellation)
    {
        await StopAsync(cancellation);
        if (!ClusterProcesses.CanBeSeen) return;
        for (var wait = TimeSpan.Zero; ClusterProcesses.Of(clusterFolder).Count > 0; wait += Pause)
        {
            if (wait > TimeSpan.FromSeconds(20))
            {
                throw new EmbeddedPostgresException(
                    $"Processes of an earlier PostgreSQL still work in {clusterFolder}: {string.Join(", ", ClusterProcesses.Of(clusterFolder))}. End them, then start again.");
            }

            await Task.Delay(Pause, cancellation);
        }

        File.Delete(PidFile);
    }

    /// <summary>Whether the server's first process runs.</summary>
    public async Task<bool> IsRunningAsync(CancellationToken cancellation)
    {
        var pid = File.Exists(PidFile) ? File.ReadLines(PidFile).FirstOrDefault()?.Trim() : null;
        if (string.IsNullOrEmpty(pid)) return false;
        return ClusterProcesses.CanBeSeen
            ? ClusterProcesses.Has(clusterFolder, pid)
            : await Command.SucceedsAsync("kill", ["-0", pid], cancellation);
    }

    private async Task GiveUpAsync(Task starting)
    {
        while (!starting.IsCompleted && !await IsRunningAsync(CancellationToken.None)) await Task.Delay(Pause);
        await StopAsync(CancellationToken.None);
        await starting.ContinueWith(static _ => { }, TaskScheduler.Default);
    }

    private Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var path = Path.Combine(binaries, program);
        return account is null ? Command.RunAsync(path, arguments, cancellation) : account.RunAsync(path, arguments, cancellation);
    }
}
