using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using GreenFactory.Scoring.Simulation;

namespace GreenFactory.Benchmarks;

/// <summary>What a warm benchmark cannot tell: the first load in a fresh process, and the largest memory of a dry run. <c>./dev bench once</c> starts such a process.</summary>
internal static class Once
{
    public static int Run(TextWriter output)
    {
        output.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}");
        var clock = Stopwatch.StartNew();
        var sound = LibraryBenchmarks.Load();
        output.WriteLine(Line($"first load and check of all rule sets: {clock.Elapsed.TotalSeconds:F2} s, {sound} sound"));

        var year = new YearOfSubmissions();
        GC.Collect();
        var (before, allocated) = (Peak(), GC.GetTotalAllocatedBytes());
        clock.Restart();
        var report = SimulationSummary.Of(
            RuleSetSimulation.Between(year.Before, year.After).ScoreAll(year.Submissions, Environment.ProcessorCount), new SimulationLine(SimulationLineKind.Places, 2000m));
        output.WriteLine(Line($"first dry run of {report.All.Count} submissions, {year.After.Indicators.Count} indicators: {clock.Elapsed.TotalSeconds:F2} s"));
        output.WriteLine(Line($"largest working set of the process: {Peak() / 1024 / 1024} MB, of it {before / 1024 / 1024} MB before; allocated {(GC.GetTotalAllocatedBytes() - allocated) / 1024 / 1024} MB"));
        return 0;
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64;
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
