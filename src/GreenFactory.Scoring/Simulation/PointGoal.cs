
namespace GreenFactory.Scoring.Simulation;

/// <summary>One answer that, changed to the value named, brings an indicator the points named: both are what the engine says for exactly that value.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Place">The answer that changes.</param>
/// <param name="From">The answer as it is; null where there is none.</param>
/// <param name="To">The answer that is enough; a number one step nearer to the present one is not.</param>
/// <param name="Value">Value of the indicator then; null where it has none.</param>
/// <param name="Score">Points of the indicator then.</param>
/// <param name="Total">Total then.</param>
public sealed record PointGoal(string Indicator, AnswerPlace Place, Answer? From, Answer To, decimal? Value, decimal Score, decimal Total);

/// <summary>Changes that together bring a total.</summary>
/// <param name="Changes">The changes in the order in which they are made; each total includes those before.</param>
/// <param name="Total">The total after all of them.</param>
/// <param name="IsReached">Whether that is the total that was asked for.</param>
public sealed record ReachPlan(IReadOnlyList<PointGoal> Changes, decimal Total, bool IsReached);
