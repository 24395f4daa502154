namespace GreenFactory.Testing;

/// <summary>The folder of this repository, for tests that compare what is written in it.</summary>
public static class RepositoryFolder
{
    /// <summary>Set to 1 to write a generated document anew instead of comparing it.</summary>
    private const string Rewrite = "GREENFACTORY_WRITE_DOCS";

    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>The text of a generated document, written anew first when that is asked for.</summary>
    /// <param name="path">The document, from the root.</param>
    /// <param name="generated">What it has to say.</param>
    public static string Document(string path, string generated)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
        {
            File.WriteAllText(file, generated);
        }

        return File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GreenFactory.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"No GreenFactory.sln above {AppContext.BaseDirectory}.");
    }
}
