using System.Runtime.CompilerServices;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests;

/// <summary>The rule sets of the repository's rules folder.</summary>
internal static class Shipped
{
    /// <summary>Where the data files of these tests lie.</summary>
    public static readonly string TestFolder = Here();

    public static readonly string Folder = Path.GetFullPath(Path.Combine(TestFolder, "..", "..", "rules"));

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.json", SearchOption.TopDirectoryOnly).Order(StringComparer.Ordinal);

    public static RuleSet Read(string id)
    {
        var reading = RuleSetReader.Read(File.ReadAllText(Path.Combine(Folder, $"{id}.json")));
        Assert.Empty(reading.Problems);
        return reading.RuleSet!;
    }

    public static CompiledRuleSet Compile(string id)
    {
        Assert.True(CompiledRuleSet.TryCompile(Read(id), out var compiled, out var problems), string.Join("\n", problems));
        return compiled;
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
