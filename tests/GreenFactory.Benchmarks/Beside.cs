using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;

namespace GreenFactory.Benchmarks;

/// <summary>
/// Two builds in one run: the benchmarks of one factory of another build and of this one take turns in one process, and fresh processes of both take turns to load all rule sets.
/// Measured is processor time, and what disturbs the machine disturbs both. <c>./dev bench beside OTHER/GreenFactory.Benchmarks.dll [ROUNDS]</c>.
/// </summary>
internal static class Beside
{
    private const int Calls = 4_000;
    private static readonly string[] Methods = ["Handwritten", "ExpressionLibrary", "Engine", "EngineEveryRow", "EngineWithTrace"];

    public static async Task<int> RunAsync(TextWriter output, string other, int rounds)
    {
        string[] builds = [Path.GetFullPath(other), typeof(Beside).Assembly.Location];
        var turns = builds.Select((path, i) => Turns(path, i == 0 ? "before" : "now")).ToArray();
        foreach (var turn in turns.SelectMany(build => build))
        {
            for (var i = 0; i < 10; i++)
                turn.Take();
        }

        for (var round = 0; round < rounds; round++)
        {
            for (var method = 0; method < Methods.Length; method++)
            {
                foreach (var build in turns)
                    build[method].Take();
            }
        }

        foreach (var build in turns)
        {
            foreach (var turn in build)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{turn.Name,-26} {turn.Bytes,7:N0} bytes"));
                output.WriteLine(Ratios("  middle", turn.Middle, build[0].Middle, build[1].Middle));
                output.WriteLine(Ratios("  least", turn.Least, build[0].Least, build[1].Least));
            }
        }

        double[][] loads = [[], []];
        for (var round = 0; round < 7; round++)
        {
            for (var i = 0; i < builds.Length; i++)
                loads[i] = [.. loads[i], await LoadAsync(builds[i])];
        }

        var (before, now) = (Middle(loads[0]), Middle(loads[1]));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"first load and check of all rule sets, {loads[0].Length} fresh processes each: before {before:F3} s, now {now:F3} s, {now / before:F2} times"));
        return 0;
    }

    private static string Ratios(string which, double time, double byHand, double library) =>
        string.Create(CultureInfo.InvariantCulture, $"{which,-9} {time,7:F2} µs  {time / byHand,5:F2} × by hand  {time / library,5:F2} × NCalc");

    private static Turn[] Turns(string path, string build)
    {
        var type = new Build(path).LoadFromAssemblyPath(path).GetType(typeof(GeneralSetBenchmarks).FullName!, throwOnError: true)!;
        var benchmarks = Activator.CreateInstance(type)!;
        type.GetMethod("Prepare")!.Invoke(benchmarks, null);
        return [.. Methods.Select(method => new Turn($"{build}: {method}", type.GetMethod(method) ?? type.GetMethod("Engine")!, benchmarks))];
    }

    private static double Middle(IEnumerable<double> times) => times.Order().ElementAt(times.Count() / 2);

    /// <summary>Seconds that the first load takes in a fresh process.</summary>
    private static async Task<double> LoadAsync(string build)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [build, "once", "load"]) { RedirectStandardOutput = true })!;
        var said = await process.StandardOutput.ReadLineAsync();
        while (said?.StartsWith("first load", StringComparison.Ordinal) == false)
            said = await process.StandardOutput.ReadLineAsync();
        process.Kill();
        await process.WaitForExitAsync();
        return double.Parse(said!.Split(": ")[1].Split(' ')[0], CultureInfo.InvariantCulture);
    }

    /// <summary>A build with the libraries that stand beside it.</summary>
    private sealed class Build(string path) : AssemblyLoadContext(path)
    {
        private readonly AssemblyDependencyResolver _libraries = new(path);

        protected override Assembly? Load(AssemblyName name) => _libraries.ResolveAssemblyToPath(name) is { } file ? LoadFromAssemblyPath(file) : null;
    }

    /// <summary>One benchmark that takes turns with others.</summary>
    private sealed class Turn
    {
        private readonly Action _call;
        private readonly List<double> _times = [];

        public Turn(string name, MethodInfo method, object benchmarks)
        {
            Name = name;
            if (method.ReturnType == typeof(decimal))
            {
                var number = method.CreateDelegate<Func<decimal>>(benchmarks);
                _call = () => number();
            }
            else
            {
                var sheet = method.CreateDelegate<Func<object>>(benchmarks);
                _call = () => sheet();
            }
        }

        public string Name { get; }

        public double Middle => Beside.Middle(_times);

        public double Least => _times.Min();

        public long Bytes { get; private set; }

        public void Take()
        {
            var (clock, before) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
            for (var i = 0; i < Calls; i++)
                _call();
            _times.Add((Environment.CpuUsage.TotalTime - clock).TotalMicroseconds / Calls);
            Bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
        }
    }
}
