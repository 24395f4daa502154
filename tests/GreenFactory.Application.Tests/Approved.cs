using System.Runtime.CompilerServices;
using Xunit;

namespace GreenFactory.Application.Tests;

/// <summary>Compares a text with the one that people approved and that lies beside the tests.</summary>
internal static class Approved
{
    /// <summary>Set to 1 to write what is found as the new approved text, to be read and committed by a person.</summary>
    private const string Rewrite = "GREENFACTORY_APPROVE";

    public static void Matches(string relativePath, string found, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(AppRoot(here), relativePath);
        if (Environment.GetEnvironmentVariable(Rewrite) is "1")
        {
            File.WriteAllText(path, found);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), found);
    }

    private static string AppRoot(string caller)
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.EnumerateFiles(folder, "*.csproj").Any())
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
