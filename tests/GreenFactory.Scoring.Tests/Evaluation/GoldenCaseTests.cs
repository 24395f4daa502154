using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Scoring.Tests.Evaluation;

public sealed class GoldenCaseTests
{
    public static TheoryData<string> Cases => [.. Directory.EnumerateFiles(Path.Combine(Shipped.Folder, "golden"), "*.json", SearchOption.AllDirectories)
        .Where(f => Effort.Reads(Path.GetFileName(Path.GetDirectoryName(f)!)))
        .Select(f => Path.GetRelativePath(Shipped.Folder, f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_golden_case_comes_out_as_written(string file)
    {
        var (golden, problems) = GoldenCase.Read(File.ReadAllText(Path.Combine(Shipped.Folder, file)));
        Assert.Empty(problems);

        var sheet = Shipped.Compile(golden!.RuleSet).Evaluate(golden.Facts, golden.AsOf);

        Assert.Empty(golden.Differences(sheet));
        Assert.Empty(Recomputation.Check(sheet));
        Assert.Equal(
            ScoreSheetJson.Write(Unexplained(sheet)), ScoreSheetJson.Write(Unexplained(Shipped.Compile(golden.RuleSet).Evaluate(golden.Facts, golden.AsOf, explain: false))));
    }

    /// <summary>What a sheet with trace has more than one without.</summary>
    private static ScoreSheet Unexplained(ScoreSheet sheet) =>
        sheet with { Indicators = [.. sheet.Indicators.Select(i => i with { Trace = null, ParameterProvenance = null })] };

    [Fact]
    public void Every_shipped_set_has_a_golden_case_and_the_checker_finds_its_cases_true() => Assert.All(Shipped.Files.Select(Shipped.IdOf), id =>
    {
        var cases = Directory.GetFiles(Path.Combine(Shipped.Folder, "golden", id), "*.json").Select(f => GoldenCase.Read(File.ReadAllText(f)).Case!).ToList();

        Assert.NotEmpty(cases);
        Assert.DoesNotContain(RuleSetChecker.Check(Shipped.Read(id), cases), p => p.Severity == Severity.Error);
    });
}
