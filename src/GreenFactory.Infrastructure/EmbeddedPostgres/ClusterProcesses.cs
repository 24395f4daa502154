namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>The processes that work in a cluster: every process of a PostgreSQL server has the cluster as its working folder.</summary>
internal static class ClusterProcesses
{
    private const string Processes = "/proc";

    /// <summary>Whether this operating system shows the working folders of processes.</summary>
    public static bool CanBeSeen => Directory.Exists($"{Processes}/self");

    /// <summary>The process numbers, as text.</summary>
    public static IReadOnlyList<string> Of(string clusterFolder)
    {
        var cluster = Real(clusterFolder);
        return [.. Directory.GetDirectories(Processes).Select(Path.GetFileName).OfType<string>().Where(pid => WorkingFolder(pid) == cluster)];
    }

    /// <summary>Whether one process works in the cluster.</summary>
    public static bool Has(string clusterFolder, string pid) => WorkingFolder(pid) == Real(clusterFolder);

    private static string Real(string clusterFolder) => new DirectoryInfo(clusterFolder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? clusterFolder;

    private static string? WorkingFolder(string pid)
    {
        if (!pid.All(char.IsAsciiDigit)) return null;
        try
        {
            return Directory.ResolveLinkTarget($"{Processes}/{pid}/cwd", returnFinalTarget: false)?.FullName;
        }
        catch (Exception goneOrForeign) when (goneOrForeign is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
