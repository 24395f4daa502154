using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using GreenFactory.Benchmarks;
using GreenFactory.Benchmarks.Pages;

switch (args)
{
    case ["once", .. var what]:
        return Once.Run(Console.Out, what is ["load"]);
    case ["beside", var other, .. var rounds]:
        return await Beside.RunAsync(Console.Out, other, rounds is [var count] ? int.Parse(count, System.Globalization.CultureInfo.InvariantCulture) : 40);
    case ["pages", .. var sizes]:
        return await PagesBenchmark.RunAsync(Console.Out, sizes);
    default:
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .AddLogger(ConsoleLogger.Default)
            .WithArtifactsPath(Path.Combine(Folders.Root, "artifacts", "benchmarks"));
        BenchmarkSwitcher.FromAssembly(typeof(Folders).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
        return args.Length == 0 ? Once.Run(Console.Out, loadOnly: false) : 0;
}
