using BenchmarkDotNet.Attributes;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Benchmarks;

/// <summary>A dry run of 10,000 submissions of 40 indicators, with distribution, ranks, crossings and attribution.</summary>
public class DryRunBenchmarks
{
    private YearOfSubmissions _year = null!;

    /// <summary>How many threads score.</summary>
    [Params(1, 2)]
    public int Workers { get; set; }

    /// <summary>Prepares the submissions; compiling the sets is part of what is measured.</summary>
    [GlobalSetup]
    public void Prepare() => _year = new YearOfSubmissions();

    /// <summary>The whole dry run.</summary>
    [Benchmark]
    public SimulationReport DryRun() => SimulationSummary.Of(
        RuleSetSimulation.Between(_year.Before, _year.After).ScoreAll(_year.Submissions, Workers), new SimulationLine(SimulationLineKind.Places, 2000m));
}
