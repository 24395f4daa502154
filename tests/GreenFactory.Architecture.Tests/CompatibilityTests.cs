using System.Text.RegularExpressions;
using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary>docs/compatibility.md names for every outside behaviour the test that notices a change, or says why there can be none here.</summary>
public sealed partial class CompatibilityTests
{
    private const string Document = "docs/compatibility.md";

    /// <summary>Packages that lose or change what they read; what reads instead stands in the document.</summary>
    private static readonly string[] NotUsed = ["MiniExcel", "ExcelDataReader", "UnitsNet"];

    [Fact]
    public void Every_row_is_held_by_a_test_that_exists_or_says_why_there_is_none()
    {
        var tests = Repository.Files("tests", ".cs").ToLookup(path => Path.GetFileNameWithoutExtension(path));
        var rows = Rows().ToList();
        Assert.True(rows.Count > 30, $"only {rows.Count} rows were read");
        Findings.AssertNone(rows.Where(row => !row.HeldBy.StartsWith("no test: ", StringComparison.Ordinal) || row.HeldBy.Length < 30)
            .Where(row => Name().Matches(row.HeldBy) is var names && (names.Count == 0 || !names.All(name => Exists(name.Groups[1].Value, tests))))
            .Select(row => $"{row.Thing}: {row.HeldBy}"));
    }

    [Fact]
    public void What_is_said_not_to_be_used_is_not()
    {
        var pinned = Repository.Read("Directory.Packages.props");
        Assert.All(NotUsed, package => Assert.DoesNotContain($"Include=\"{package}", pinned, StringComparison.OrdinalIgnoreCase));
        Assert.All(NotUsed, package => Assert.Contains(package, Repository.Read(Document), StringComparison.Ordinal));
        Assert.Equal(
            ["tests/GreenFactory.Benchmarks/GreenFactory.Benchmarks.csproj"],
            from project in Repository.Files("src", ".csproj").Concat(Repository.Files("tests", ".csproj"))
            where Repository.Read(project).Contains("NCalc", StringComparison.Ordinal)
            select project);
    }

    private static bool Exists(string name, ILookup<string, string> tests)
    {
        var parts = name.Split('.', 2);
        return File.Exists(Path.Combine(Repository.Root, name))
            || tests[parts[0]].Any(path => parts.Length == 1 || Repository.Read(path).Contains($" {parts[1]}(", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Thing, string HeldBy)> Rows() =>
        from line in Repository.Read(Document).Split('\n')
        let cells = line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries)
        where line.StartsWith("| ", StringComparison.Ordinal) && cells.Length == 4 && cells[0] != "thing and version"
        select (cells[0], cells[3]);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
