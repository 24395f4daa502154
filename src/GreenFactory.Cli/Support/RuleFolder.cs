using GreenFactory.Scoring;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Cli.Support;

/// <summary>A folder of rule sets: <c>*.json</c> and <c>industry/*.json</c>, with golden cases under <c>golden/ID/</c>.</summary>
internal sealed class RuleFolder(string path)
{
    public IReadOnlyList<string> Files()
    {
        if (!Directory.Exists(path))
            throw new RefusedException([$"gf: there is no rules folder at {path}"]);
        var industry = Path.Combine(path, "industry");
        return [.. Directory.EnumerateFiles(path, "*.json")
            .Concat(Directory.Exists(industry) ? Directory.EnumerateFiles(industry, "*.json") : [])
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The file of a shipped id, or the path itself.</summary>
    public string Find(string idOrFile)
    {
        if (File.Exists(idOrFile))
            return idOrFile;
        return Files().FirstOrDefault(f => Path.GetFileNameWithoutExtension(f) == idOrFile)
            ?? throw new RefusedException([$"gf: no rule set '{idOrFile}'; see gf rules list"]);
    }

    public static RuleSetReading Read(string file) => RuleSetReader.Read(File.ReadAllText(file));

    public RuleSet Load(string idOrFile)
    {
        var file = Find(idOrFile);
        var reading = Read(file);
        return reading.IsValid ? reading.RuleSet! : throw Refused(file, reading.Problems);
    }

    public CompiledRuleSet Compile(string idOrFile)
    {
        var set = Load(idOrFile);
        return CompiledRuleSet.TryCompile(set, out var compiled, out var problems) ? compiled : throw Refused(Find(idOrFile), problems);
    }

    public IReadOnlyList<string> GoldenFiles(string id)
    {
        var folder = Path.Combine(path, "golden", id);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)] : [];
    }

    public static GoldenCase LoadGolden(string file)
    {
        var (golden, problems) = GoldenCase.Read(File.ReadAllText(file));
        return golden is not null && problems.Count == 0 ? golden : throw Refused(file, problems);
    }

    /// <summary>One line per problem: file, line, field, sentence.</summary>
    public static RefusedException Refused(string file, IEnumerable<Problem> problems) =>
        new([.. problems.Select(p => $"{file}:{Math.Max(1, p.Line)}: {p.Path}: {p.Message}")]);
}
