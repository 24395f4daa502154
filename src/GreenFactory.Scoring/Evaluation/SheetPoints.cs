using GreenFactory.Scoring.Numbers;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Points of one indicator, in 分: before rounding, rounded, and the most it can get here, which is zero if its weight is spread over the others.</summary>
internal readonly record struct RowPoints(ExactNumber Exact, decimal Rounded, ExactNumber Max);

/// <summary>Points of one 一级指标, in 分, as <see cref="GroupScore"/> names them.</summary>
internal readonly record struct GroupPoints(decimal Score, ExactNumber Exact, ExactNumber Max, decimal Adjustment);

/// <summary>All points of one evaluation, in 分, as <see cref="ScoreSheet"/> names them; rows and groups are in the order of the rule set.</summary>
internal sealed record SheetPoints(RowPoints[] Rows, GroupPoints[] Groups)
{
    /// <summary>Sum of the groups that are not bonus.</summary>
    public decimal Sum { get; init; }

    public decimal Total { get; init; }

    public ExactNumber ExactTotal { get; init; }

    public ExactNumber ApplicableMax { get; init; }

    public decimal Bonus { get; init; }
}
