using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace GreenFactory.EndToEnd.Tests.Reliability;

/// <summary>What goes wrong at random moments: the network most of the time, the database now and then, the whole portal a few times.</summary>
/// <param name="portal">The portal.</param>
/// <param name="network">The wire to it.</param>
/// <param name="random">When and what.</param>
internal sealed class Disturbance(PortalProcess portal, FlakyNetwork network, Random random)
{
    /// <summary>How long people wait until the portal serves again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How often each happened.</summary>
    public Dictionary<string, int> Counts { get; } = [];

    /// <summary>What is going to fail, in random order: a fifth of it the database.</summary>
    /// <param name="moments">How often in all.</param>
    /// <param name="restarts">How often the portal is killed and started again.</param>
    public Queue<string> Shuffle(int moments, int restarts)
    {
        var kinds = Enumerable.Repeat("portal", restarts).Concat(Enumerable.Repeat("database", moments / 5)).Concat(Enumerable.Repeat("network", moments)).Take(moments).ToArray();
        random.Shuffle(kinds);
        return new(kinds);
    }

    /// <summary>Disturbs whoever works meanwhile; after each moment the portal has to serve again by itself before the next.</summary>
    /// <param name="kinds">What fails.</param>
    /// <param name="acknowledged">How much was acknowledged so far.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(Queue<string> kinds, Func<int> acknowledged, CancellationToken cancellation)
    {
        while (kinds.TryDequeue(out var kind))
        {
            await ServesAsync(acknowledged, cancellation);
            await Task.Delay(random.Next(10, 700), cancellation);
            await OnceAsync(kind, cancellation);
        }

        await ServesAsync(acknowledged, cancellation);
    }

    /// <summary>Lets one thing fail now.</summary>
    public async Task OnceAsync(string kind, CancellationToken cancellation)
    {
        Count(kind);
        await (kind switch
        {
            "portal" => portal.KillAndRestartAsync(cancellation),
            "database" => KillDatabaseAsync(cancellation),
            _ => network.CutAsync(TimeSpan.FromMilliseconds(random.Next(20, 700)), cancellation),
        });
    }

    /// <summary>Counts a moment in which something else failed.</summary>
    public void Count(string kind) => Counts[kind] = Counts.GetValueOrDefault(kind) + 1;

    private async Task ServesAsync(Func<int> acknowledged, CancellationToken cancellation)
    {
        var (before, waited) = (acknowledged(), Stopwatch.StartNew());
        while (acknowledged() == before)
        {
            Assert.True(waited.Elapsed < Patience, $"nothing was acknowledged for {Patience.TotalSeconds} s after {string.Join(", ", Counts)}");
            await Task.Delay(20, cancellation);
        }
    }

    /// <summary>Kills the first process of PostgreSQL, as the kernel does when memory runs out; the portal has to bring it back.</summary>
    private async Task KillDatabaseAsync(CancellationToken cancellation)
    {
        using var settings = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(portal.DataFolder, "postgres.json"), cancellation));
        var pidFile = Path.Combine(settings.RootElement.GetProperty("ClusterFolder").GetString()!, "postmaster.pid");
        if (File.Exists(pidFile) && int.TryParse(File.ReadLines(pidFile).FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
        {
            using var kill = Process.Start("kill", ["-KILL", pid.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync(cancellation);
        }
    }
}
