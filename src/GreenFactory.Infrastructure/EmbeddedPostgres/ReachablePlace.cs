using System.Security.Cryptography;
using System.Text;

namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>
/// Places that the server's account can reach. Root's own folder is closed to others, so a cluster or the programs below it go under
/// <c>/var/lib/greenfactory</c> when root starts the server.
/// </summary>
internal static class ReachablePlace
{
    private const string Root = "/var/lib/greenfactory";

    /// <summary>Where the cluster of a data folder lies when it is first made.</summary>
    public static async Task<string> ForClusterAsync(string dataFolder, ServerAccount? account, Action<string> report, CancellationToken cancellation)
    {
        var inside = Path.Combine(dataFolder, "postgres");
        if (account is null || await account.CanReachAsync(inside, cancellation)) return inside;
        var outside = Path.Combine(Root, Mark(dataFolder), "postgres");
        report($"The account that runs PostgreSQL cannot reach {dataFolder}; the database lies in {outside} instead.");
        return outside;
    }

    /// <summary>The programs themselves, or a copy of them that the account can reach.</summary>
    public static async Task<string> ForBinariesAsync(string binaries, ServerAccount? account, Action<string> report, CancellationToken cancellation)
    {
        if (account is null || await account.CanReachAsync(Path.Combine(binaries, "postgres"), cancellation)) return binaries;
        var installation = Path.GetDirectoryName(binaries)!;
        var version = await Command.RunAsync(Path.Combine(binaries, "postgres"), ["--version"], cancellation);
        var copy = Path.Combine(Root, "bin", Mark(installation + version));
        if (!Directory.Exists(copy))
        {
            report($"The account that runs PostgreSQL cannot reach {installation}; a copy goes to {copy}.");
            var unfinished = $"{copy}.{Environment.ProcessId}";
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            await Command.RunAsync("cp", ["-a", installation, unfinished], cancellation);
            await Command.RunAsync("mv", ["-T", unfinished, copy], cancellation);
        }

        return Path.Combine(copy, Path.GetFileName(binaries));
    }

    private static string Mark(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
}
