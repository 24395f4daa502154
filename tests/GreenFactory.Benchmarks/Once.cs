using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Benchmarks;

/// <summary>
/// What a warm benchmark cannot tell: the first load in a fresh process, how a dry run grows with the submissions, and its largest memory. <c>./dev bench once</c> starts
/// such a process; <c>once load</c> ends after the load.
/// </summary>
internal static class Once
{
    /// <summary>How many times 10,000 submissions the large dry run has.</summary>
    private const int Times = 10;

    public static int Run(TextWriter output, bool loadOnly)
    {
        output.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");
        var clock = Stopwatch.StartNew();
        var sound = LibraryBenchmarks.Load();
        output.WriteLine(Line($"first load and check of all rule sets: {clock.Elapsed.TotalSeconds:F3} s, {sound} sound"));
        output.WriteLine(Line($"{JitInfo.GetCompiledMethodCount()} methods compiled, {GC.GetTotalAllocatedBytes() / 1_000_000} MB allocated, {GC.CollectionCount(0)} collections"));
        if (loadOnly)
            return 0;

        var year = new YearOfSubmissions();
        output.WriteLine(Line($"first dry run of {YearOfSubmissions.Count} submissions, {year.After.Indicators.Count} indicators: {DryRun(year):F2} s"));
        var again = Enumerable.Range(0, 3).Min(_ => DryRun(year));
        output.WriteLine(Line($"again, the best of three: {again:F2} s; largest working set {Peak()} MB"));
        year = new YearOfSubmissions(YearOfSubmissions.Count * Times);
        var large = DryRun(year);
        output.WriteLine(Line($"dry run of {year.Submissions.Count} submissions: {large:F2} s, {large / again:F1} times as long; largest working set {Peak()} MB"));
        return 0;
    }

    private static double DryRun(YearOfSubmissions year)
    {
        GC.Collect();
        var clock = Stopwatch.StartNew();
        var report = SimulationSummary.Of(
            RuleSetSimulation.Between(year.Before, year.After).ScoreAll(year.Submissions, Environment.ProcessorCount), new SimulationLine(SimulationLineKind.Places, year.Submissions.Count / 5m));
        return report.All.Count == year.Submissions.Count ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException("A submission is missing.");
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1024 / 1024;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
