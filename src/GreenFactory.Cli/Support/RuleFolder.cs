using GreenFactory.Scoring;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Cli.Support;

/// <summary>
/// A folder of rule sets: <c>*.json</c>, and <c>industry/*.json</c> whose ids begin with <c>industry-</c>, with golden cases under <c>golden/ID/</c>.
/// </summary>
internal sealed class RuleFolder
{
    private readonly string _path;
    private readonly RuleSetShelf _shelf;

    public RuleFolder(string path)
    {
        _path = path;
        _shelf = new RuleSetShelf(id => FileOf(id) is { } file ? File.ReadAllText(file) : null);
    }

    public IReadOnlyList<string> Files()
    {
        if (!Directory.Exists(_path))
            throw new RefusedException([$"gf: there is no rules folder at {_path}"]);
        var industry = Path.Combine(_path, "industry");
        return [.. Directory.EnumerateFiles(_path, "*.json")
            .Concat(Directory.Exists(industry) ? Directory.EnumerateFiles(industry, "*.json") : [])
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The file of a shipped id, or the path itself.</summary>
    public string Find(string idOrFile) => File.Exists(idOrFile)
        ? idOrFile
        : FileOf(idOrFile) ?? throw new RefusedException([$"gf: no rule set '{idOrFile}'; see gf rules list"]);

    public RuleSetReading Read(string file) => _shelf.Read(File.ReadAllText(file));

    /// <summary>Reads a document that lies in no file of the folder.</summary>
    public RuleSetReading ReadText(string document) => _shelf.Read(document);

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
        var folder = Path.Combine(_path, "golden", id);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)] : [];
    }

    public static GoldenCase LoadGolden(string file)
    {
        var (golden, problems) = GoldenCase.Read(File.ReadAllText(file));
        return golden is not null && problems.Count == 0 ? golden : throw Refused(file, problems);
    }

    private string? FileOf(string id) =>
        Files().FirstOrDefault(f => Path.GetRelativePath(_path, f).Replace(Path.DirectorySeparatorChar, '-') == id + ".json");

    /// <summary>One line per problem: file, line, field, sentence.</summary>
    public static RefusedException Refused(string file, IEnumerable<Problem> problems) =>
        new([.. problems.Select(p => $"{file}:{Math.Max(1, p.Line)}: {p.Path}: {p.Message}")]);
}
