using System.Text.RegularExpressions;
using Xunit;

namespace GreenFactory.Architecture.Tests;

/// <summary>docs/asvs.md answers every requirement of OWASP ASVS 5.0.0, level 1 and 2, once, and what it names as proof exists.</summary>
public sealed partial class AsvsTests
{
    private const string Table = "docs/asvs.md";
    private const string Numbers = "tests/GreenFactory.Architecture.Tests/asvs-5.0.0.txt";
    private static readonly string[] States = ["met", "partly", "not met", "not applicable"];

    [Fact]
    public void Every_requirement_of_level_1_and_2_has_one_row_with_a_state_and_a_reason()
    {
        var wanted = Repository.Read(Numbers).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        Assert.Equal(253, wanted.Count);
        Assert.Equal(wanted, Rows().Select(row => $"{row.Number} {row.Level}"));
        Findings.AssertNone(Rows().Where(row => !States.Contains(row.State) || row.Reason.Length < 4).Select(row => $"{row.Number}: {row.State} {row.Reason}"));
        Findings.AssertNone(Rows().Where(row => row.State is "met" && row.Proof is null).Select(row => $"{row.Number} is said to be met and names nothing that shows it"));
    }

    [Fact]
    public void The_sums_above_the_table_are_those_of_its_rows()
    {
        var sums = States.Select(state => $"{Rows().Count(row => row.State == state)} {state}");
        Assert.Contains(string.Join(", ", sums), Repository.Read(Table), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_test_and_file_named_as_proof_exists()
    {
        var tests = Repository.Files("tests", ".cs").ToLookup(path => Path.GetFileNameWithoutExtension(path));
        Findings.AssertNone(Rows().Where(row => row.Proof is not null && !Exists(row.Proof!, tests)).Select(row => $"{row.Number}: {row.Proof}"));
    }

    private static bool Exists(string proof, ILookup<string, string> tests)
    {
        if (File.Exists(Path.Combine(Repository.Root, proof)))
        {
            return true;
        }

        var parts = proof.Split('.', 2);
        return tests[parts[0]].Any(path => parts.Length == 1 || Repository.Read(path).Contains($" {parts[1]}(", StringComparison.Ordinal));
    }

    private static IEnumerable<(string Number, string Level, string State, string Reason, string? Proof)> Rows() =>
        from line in Repository.Read(Table).Split('\n')
        let match = Row().Match(line)
        where match.Success
        select (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, match.Groups[4].Value, match.Groups[5].Success ? match.Groups[5].Value : null);

    [GeneratedRegex(@"^\| (\d+\.\d+\.\d+) \| (\d) \| ([a-z ]+) \| (.+?) \| (?:`([^`]+)`|–) \|$")]
    private static partial Regex Row();
}
