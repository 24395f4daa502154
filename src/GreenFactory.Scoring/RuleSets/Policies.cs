using GreenFactory.Scoring.Numbers;

namespace GreenFactory.Scoring.RuleSets;

/// <summary>What an indicator that is not applicable does to the weights.</summary>
public enum NotApplicablePolicy
{
    /// <summary>The other indicators of the whole set are scaled up to the full total.</summary>
    NormaliseWithinTotal,

    /// <summary>The other indicators of the same 一级指标 are scaled up to its full weight.</summary>
    NormaliseWithinGroup,

    /// <summary>It counts with full marks.</summary>
    FullMarks,

    /// <summary>It counts with zero.</summary>
    Zero,
}

/// <summary>How a half is rounded.</summary>
public enum RoundingMode
{
    /// <summary>四舍五入: half away from zero.</summary>
    AwayFromZero,

    /// <summary>四舍六入五成双 (GB/T 8170): half to even.</summary>
    ToEven,
}

/// <summary>Where scores are rounded.</summary>
public enum RoundingPlace
{
    /// <summary>Each indicator is rounded and the total is the sum of the rounded scores, so that the printed sheet adds up.</summary>
    Indicator,

    /// <summary>Only the total is rounded, once.</summary>
    Total,
}

/// <summary>Rounding of scores: mode, decimal places (0–6) and place.</summary>
public sealed record Rounding(RoundingMode Mode, int Places, RoundingPlace At)
{
    /// <summary>Most decimal places of points.</summary>
    public const int MaxPlaces = 6;

    /// <summary>Rounds a number of points as the policy says.</summary>
    public decimal Round(decimal points) =>
        decimal.Round(points, Places, Mode == RoundingMode.AwayFromZero ? MidpointRounding.AwayFromZero : MidpointRounding.ToEven);

    /// <summary>Rounds points that are exact.</summary>
    internal decimal Round(in ExactNumber points) => points.Round(Places, Mode);
}

/// <summary>
/// Decisions where the standard is silent. A missing value always scores zero with a warning; that is not a choice.
/// <see cref="PassLine"/> is the total, in points, from which the result counts as met; none when the set fixes none.
/// <see cref="ScaleTo"/> is the full total, in points, to which the weights are scaled; none when the weights already are the points.
/// </summary>
public sealed record Policies(NotApplicablePolicy NotApplicable, Rounding Rounding, decimal? PassLine, decimal? ScaleTo)
{
    /// <summary>What makes a unit preferred; none when the set does not say.</summary>
    public PreferenceRule? Preference { get; init; }
}
