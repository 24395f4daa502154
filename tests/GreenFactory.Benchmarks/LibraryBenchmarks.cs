using BenchmarkDotNet.Attributes;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Checking;

namespace GreenFactory.Benchmarks;

/// <summary>All shipped rule sets: read, laid over their parents, compiled, checked.</summary>
public class LibraryBenchmarks
{
    /// <summary>Loads and checks all of them; returns how many are free of errors.</summary>
    [Benchmark]
    public int LoadAndCheckAll() => Load();

    internal static int Load()
    {
        var shelf = Folders.Shelf();
        return Folders.RuleFiles().Select(file => shelf.Read(File.ReadAllText(file)).RuleSet!).ToList()
            .AsParallel().Count(set => RuleSetChecker.Check(set).All(problem => problem.Severity != Severity.Error));
    }
}
