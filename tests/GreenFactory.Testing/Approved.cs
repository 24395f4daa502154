using System.Runtime.CompilerServices;

namespace GreenFactory.Testing;

/// <summary>Texts that people approved and that lie beside the tests.</summary>
public static class Approved
{
    /// <summary>Set to 1 to write what is found as the new approved text, to be read and committed by a person.</summary>
    private const string Rewrite = "GREENFACTORY_APPROVE";

    /// <summary>The approved text to compare with what was found.</summary>
    /// <param name="relativePath">Its file, below the folder of the test project.</param>
    /// <param name="found">What was found, which replaces the approved text only when that is asked for.</param>
    /// <param name="here">The calling file.</param>
    public static string Text(string relativePath, string found, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(ProjectOf(here), relativePath);
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
        {
            File.WriteAllText(path, found);
        }

        return File.ReadAllText(path).ReplaceLineEndings("\n");
    }

    private static string ProjectOf(string caller)
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.EnumerateFiles(folder, "*.csproj").Any())
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
