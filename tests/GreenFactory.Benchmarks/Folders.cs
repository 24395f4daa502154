using System.Runtime.CompilerServices;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Benchmarks;

/// <summary>The rule sets and golden cases of the repository.</summary>
internal static class Folders
{
    public static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static readonly string Rules = Path.Combine(Root, "rules");

    public static IReadOnlyList<string> RuleFiles() =>
        [.. Directory.EnumerateFiles(Rules, "*.json").Concat(Directory.EnumerateFiles(Path.Combine(Rules, "industry"), "*.json")).Order(StringComparer.Ordinal)];

    public static RuleSetShelf Shelf() => new(id => File.ReadAllText(Path.Combine(Rules, $"{id}.json")));

    public static RuleSet General() => Shelf().Read(File.ReadAllText(Path.Combine(Rules, "gbt36132-2025.json"))).RuleSet!;

    public static GoldenCase Factory() => GoldenCase.Read(File.ReadAllText(Path.Combine(Rules, "golden", "gbt36132-2025", "full-cement-factory.json"))).Case!;

    public static GoldenCase FactoryOnce { get; } = Factory();

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
