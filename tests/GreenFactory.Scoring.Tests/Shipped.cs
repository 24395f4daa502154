using System.Collections.Concurrent;
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

    private static readonly ConcurrentDictionary<string, CompiledRuleSet> Compiled = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Concat(Directory.EnumerateFiles(Path.Combine(Folder, "industry"), "*.json")).Where(f => Effort.Reads(IdOf(f))).Order(StringComparer.Ordinal)];

    /// <summary>The id of a file: its path in the rules folder with hyphens for slashes.</summary>
    public static string IdOf(string file) => Path.ChangeExtension(Path.GetRelativePath(Folder, file), null).Replace(Path.DirectorySeparatorChar, '-');

    public static RuleSetReading Reading(string file) => new RuleSetShelf(id => File.ReadAllText(Path.Combine(Folder, $"{id}.json"))).Read(File.ReadAllText(file));

    public static RuleSet Read(string id)
    {
        var reading = Reading(Files.Single(f => IdOf(f) == id));
        Assert.Empty(reading.Problems);
        Assert.Equal(id, reading.RuleSet!.Id);
        return reading.RuleSet;
    }

    public static CompiledRuleSet Compile(string id) => Compiled.GetOrAdd(id, static id =>
    {
        Assert.True(CompiledRuleSet.TryCompile(Read(id), out var compiled, out var problems), string.Join("\n", problems));
        return compiled;
    });

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
