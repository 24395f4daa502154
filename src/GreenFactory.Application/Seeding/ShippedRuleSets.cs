using System.Text.Json;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.RuleLibrary;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Seeding;

/// <summary>A rule set that ships with the product, in canonical form with its golden cases.</summary>
/// <param name="Content">What the library stores of it.</param>
/// <param name="EffectiveFrom">First day on which the set may be used.</param>
/// <param name="EffectiveTo">Last day on which the set may be used.</param>
public sealed record ShippedRuleSet(RuleSetContent Content, DateOnly? EffectiveFrom, DateOnly? EffectiveTo)
{
    /// <summary>Whether the set may be used on a day.</summary>
    public bool IsInForceOn(DateOnly day) => (EffectiveFrom is null || EffectiveFrom <= day) && (EffectiveTo is null || day <= EffectiveTo);
}

/// <summary>The rule sets that ship beside the program: those of the rules folder and the industry sets, each flattened onto the set it extends. Each is read once, when asked for.</summary>
public sealed class ShippedRuleSets
{
    private readonly RuleSetShelf _shelf = new(id => File.ReadAllText(Path.Combine(ReferenceFiles.RulesFolder, $"{id}.json")));
    private readonly Dictionary<string, ShippedRuleSet> _read = new(StringComparer.Ordinal);

    /// <summary>All of them.</summary>
    /// <exception cref="InvalidDataException">A shipped file is not a valid rule set; the message names file and place.</exception>
    public IReadOnlyList<ShippedRuleSet> All() => Except([]);

    /// <summary>Those that a library lacks. A file whose id and version are known is not read beyond its head.</summary>
    /// <param name="known">Ids and versions that the library has.</param>
    /// <exception cref="InvalidDataException">A shipped file is not a valid rule set; the message names file and place.</exception>
    public IReadOnlyList<ShippedRuleSet> Except(IReadOnlyCollection<(string Id, string Version)> known) =>
        [.. Files(ReferenceFiles.RulesFolder).Concat(Files(Path.Combine(ReferenceFiles.RulesFolder, "industry"))).Where(path => known.Count == 0 || !known.Contains(HeadOf(path))).Select(Read)];

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal);

    private static (string Id, string Version) HeadOf(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        return (Text("id"), Text("version"));

        string Text(string name) => document.RootElement.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString()! : "";
    }

    private ShippedRuleSet Read(string path)
    {
        if (_read.TryGetValue(path, out var shipped))
        {
            return shipped;
        }

        var reading = _shelf.Read(File.ReadAllText(path));
        if (!reading.IsValid)
        {
            var problem = reading.Problems[0];
            throw new InvalidDataException($"{path}:{problem.Line}: {problem.Path} {problem.Code} {problem.Message}");
        }

        var set = reading.RuleSet!;
        return _read[path] = new ShippedRuleSet(RuleSetDocuments.ContentOf(set, GoldenCasesOf(set.Id)), set.EffectiveFrom, set.EffectiveTo);
    }

    private static string GoldenCasesOf(string id)
    {
        var folder = Path.Combine(ReferenceFiles.RulesFolder, "golden", id);
        return GoldenCaseFile.Write(Directory.Exists(folder) ? Files(folder).Select(File.ReadAllText) : []);
    }
}
