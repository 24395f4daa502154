namespace GreenFactory.Architecture.Tests;

/// <summary>The files of this repository that people write.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["obj", "bin", "node_modules", "artifacts", "TestResults", "wwwroot/lib"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder with one of the endings, as paths from the root with forward slashes.</summary>
    public static IReadOnlyList<string> Files(string folder, params string[] endings)
    {
        var top = Path.Combine(Root, folder);
        if (!Directory.Exists(top)) return [];
        return
        [
            .. Directory.EnumerateFiles(top, "*", SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
                .Where(path => !Generated.Any(part => path.Contains($"/{part}/", StringComparison.Ordinal)))
                .Order(StringComparer.Ordinal),
        ];
    }

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GreenFactory.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No GreenFactory.sln above {AppContext.BaseDirectory}.");
    }
}
