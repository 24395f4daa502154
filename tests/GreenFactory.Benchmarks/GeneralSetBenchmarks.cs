using BenchmarkDotNet.Attributes;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Checking;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Benchmarks;

/// <summary>One factory by the general rule set: from typed answers to points of every indicator and the total. All four come to the same total.</summary>
public class GeneralSetBenchmarks
{
    private readonly HandwrittenRow[] _rows = new HandwrittenRow[20];
    private CompiledRuleSet _engine = null!;
    private HandwrittenGeneralSet _hand = null!;
    private NCalcGeneralSet _library = null!;
    private GoldenCase _factory = null!;

    /// <summary>Prepares all, and refuses to measure unless they agree.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var set = Folders.General();
        (_engine, _hand, _library, _factory) = (CompiledRuleSet.Compile(set), new HandwrittenGeneralSet(set), new NCalcGeneralSet(set), Folders.Factory());
        decimal[] totals = [Engine().Total, EngineWithTrace().Total, Handwritten(), ExpressionLibrary()];
        if (totals.Distinct().Count() != 1)
            throw new InvalidOperationException($"The totals differ: {string.Join(", ", totals)}.");
    }

    /// <summary>By hand in C#.</summary>
    [Benchmark(Baseline = true)]
    public decimal Handwritten() => _hand.Total(_factory.Facts, _rows);

    /// <summary>The engine without traces: the sheet as a dry run or a search for points needs it, with the total.</summary>
    [Benchmark]
    public ScoreSheet Engine() => _engine.Evaluate(_factory.Facts, _factory.AsOf, explain: false);

    /// <summary>The engine without traces, every row, group and problem of the sheet read.</summary>
    [Benchmark]
    public ScoreSheet EngineEveryRow() => Read(Engine());

    /// <summary>The engine with the trace of every point, every row, group and problem of the sheet read.</summary>
    [Benchmark]
    public ScoreSheet EngineWithTrace() => Read(_engine.Evaluate(_factory.Facts, _factory.AsOf));

    /// <summary>NCalc.</summary>
    [Benchmark]
    public decimal ExpressionLibrary() => _library.Total(_factory.Facts, _rows);

    /// <summary>Rows, groups and problems are made when the first of them is read.</summary>
    private static ScoreSheet Read(ScoreSheet sheet) =>
        sheet.Indicators[0].Rows.Count + sheet.Problems.Count + sheet.Groups[0].Score >= 0m ? sheet : throw new InvalidOperationException("Points below zero.");
}
