using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace GreenFactory.EndToEnd.Tests.Reliability;

/// <summary>What goes wrong at random moments: the network most of the time, the database now and then, the whole portal a few times.</summary>
/// <param name="portal">The portal.</param>
/// <param name="network">The wire to it.</param>
/// <param name="random">When and what.</param>
/// <param name="acknowledged">How much was acknowledged so far: after each moment the portal has to serve again by itself before the next.</param>
internal sealed class Disturbance(PortalProcess portal, FlakyNetwork network, Random random, Func<int> acknowledged)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>How often each happened.</summary>
    public Dictionary<string, int> Counts { get; } = [];

    /// <summary>Disturbs the given number of times.</summary>
    /// <param name="moments">How often in all.</param>
    /// <param name="restarts">How often the portal is killed and started again.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(int moments, int restarts, CancellationToken cancellation)
    {
        var kinds = Enumerable.Repeat("portal", restarts).Concat(Enumerable.Repeat("database", moments / 5)).Concat(Enumerable.Repeat("network", moments)).Take(moments).ToArray();
        random.Shuffle(kinds);
        foreach (var kind in kinds)
        {
            await ServesAsync(cancellation);
            await Task.Delay(random.Next(10, 700), cancellation);
            Counts[kind] = Counts.GetValueOrDefault(kind) + 1;
            await (kind switch
            {
                "portal" => portal.KillAndRestartAsync(cancellation),
                "database" => KillDatabaseAsync(cancellation),
                _ => network.CutAsync(TimeSpan.FromMilliseconds(random.Next(20, 700)), cancellation),
            });
        }

        await ServesAsync(cancellation);
    }

    private async Task ServesAsync(CancellationToken cancellation)
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
