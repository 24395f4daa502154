using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>What a definition came to: one trace, or for a definition of a repeat group one trace per row, in the order of the rows.</summary>
public sealed record DefinedValue(Definition Definition, IReadOnlyList<TraceNode> Traces)
{
    /// <summary>The only trace of a definition that concerns the whole unit.</summary>
    public TraceNode Trace => Traces[0];
}
