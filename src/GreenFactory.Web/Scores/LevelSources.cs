using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;

namespace GreenFactory.Web.Scores;

/// <summary>Where the levels of an indicator come from.</summary>
public static class LevelSources
{
    /// <summary>Sources of 引领值 and 基准值 in the trace of an indicator, each row of a table once; none of a row that a choice did not take.</summary>
    public static IReadOnlyList<ParameterSource> Of(IndicatorScore row) =>
        row.Trace is { } trace ? [.. Levels(trace).SelectMany(Sources).DistinctBy(source => source.Fingerprint)] : [];

    private static IEnumerable<TraceNode> Levels(TraceNode node) => node switch
    {
        { Operation: "linear" or "ratio" or "inverseRatio" } => node.Arguments.Skip(1),
        { Operation: "child", Formula: not "taken" } => [],
        _ => node.Arguments.SelectMany(Levels),
    };

    private static IEnumerable<ParameterSource> Sources(TraceNode node) => node.Source is { } source ? [source] : node.Arguments.SelectMany(Sources);
}
