using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GreenFactory.Application.Data;
using GreenFactory.Infrastructure.EmbeddedPostgres;
using Npgsql;

namespace GreenFactory.EndToEnd.Tests;

/// <summary>
/// The portal as an operator runs it: its own process on a real port with its own PostgreSQL below a data folder, so that it can be
/// killed and started again.
/// </summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);
    private readonly string _data = Directory.CreateTempSubdirectory("greenfactory-e2e-").FullName;
    private readonly int _port = FreePort();
    private Process? _process;

    /// <summary>How many cases the sample year has; none unless said.</summary>
    public int Samples { get; init; }

    /// <summary>Where it serves.</summary>
    public string Address => $"http://127.0.0.1:{_port}";

    /// <summary>The folder with everything it keeps.</summary>
    public string DataFolder => _data;

    /// <summary>How the owner of the schema reaches its database.</summary>
    public string OwnerConnectionString => DataFolderDatabase.OwnerConnectionString(_data) ?? throw new InvalidOperationException("It was not started yet.");

    /// <summary>How the program's roles reach its database.</summary>
    public DatabaseRoles Roles
    {
        get
        {
            using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(_data, "postgres.json")));
            string As(string role, string secret) =>
                new NpgsqlConnectionStringBuilder(OwnerConnectionString) { Username = role, Password = settings.RootElement.GetProperty(secret).GetString() }.ConnectionString;
            return new DatabaseRoles(As(RoleScripts.App, "AppPassword"), As(RoleScripts.System, "SystemPassword"));
        }
    }

    /// <summary>Starts it and waits for its ready line.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = ContentRoot() };
        string[] arguments =
            [Path.Combine(AppContext.BaseDirectory, "GreenFactory.Web.dll"), "--demo", "--samples", Samples.ToString(CultureInfo.InvariantCulture), "--data", _data, "--urls", Address, "--contentRoot", ContentRoot(), "--RateLimits:sign-in", "1000"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var said = new List<string>();
        var ready = new TaskCompletionSource();
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        void Hear(string? line)
        {
            lock (said)
            {
                said.Add(line ?? "");
            }

            if (line?.StartsWith("ready ", StringComparison.Ordinal) is true)
            {
                ready.TrySetResult();
            }
        }

        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The portal ended:\n{string.Join('\n', said.TakeLast(30))}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await ready.Task.WaitAsync(StartLimit, cancellation);
    }

    /// <summary>Kills it without warning, as a power cut would, and starts it again on the same data.</summary>
    public async Task KillAndRestartAsync(CancellationToken cancellation)
    {
        _process!.Kill(entireProcessTree: false);
        await _process.WaitForExitAsync(cancellation);
        await StartAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            using var terminate = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
            await _process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        }

        _process?.Dispose();
        Directory.Delete(_data, recursive: true);
    }

    private static string ContentRoot([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src", "GreenFactory.Web"));

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
