using GreenFactory.Scoring.Numbers;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Points of one indicator, in 分: before rounding, rounded, and whether it can get any here, which it cannot if its weight is spread over the others.</summary>
internal readonly record struct RowPoints(ExactNumber Exact, decimal Rounded, bool IsSpread);

/// <summary>Points of one 一级指标, in 分, as <see cref="GroupScore"/> names them; <see cref="Applicable"/> is the most that its indicators can get here.</summary>
internal readonly record struct GroupPoints(decimal Score, ExactNumber Max, ExactNumber Applicable, decimal Adjustment);

/// <summary>
/// All points of one evaluation, in 分, as <see cref="ScoreSheet"/> names them; rows and groups are in the order of the rule set. Sums before rounding are worked out when
/// somebody asks: they are the longest fractions of a sheet, and most evaluations are asked for the rounded ones alone.
/// </summary>
internal sealed record SheetPoints(PointTally Tally, RowPoints[] Rows, GroupPoints[] Groups)
{
    /// <summary>Sum of the groups that are not bonus.</summary>
    public decimal Sum { get; init; }

    public decimal Total { get; init; }

    public ExactNumber ApplicableMax { get; init; }

    public decimal Bonus { get; init; }

    public ExactNumber ExactTotal => Tally.ExactTotal(this);

    public ExactNumber ExactOf(int group) => Tally.ExactOf(Rows, Groups[group], group);
}
