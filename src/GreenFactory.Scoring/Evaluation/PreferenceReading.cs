using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>Whether a unit, or one product of it, is preferred (优先推荐条件).</summary>
public enum PreferenceState
{
    /// <summary>达到: at the level or below it.</summary>
    Met,

    /// <summary>未达到: above the level.</summary>
    NotMet,

    /// <summary>无法判定: an answer is missing, or the level is unconfirmed or not known.</summary>
    Undecided,

    /// <summary>不适用: the unit has no product with such a level.</summary>
    NotApplicable,
}

/// <summary>One product: the level it is held to, both numbers in <see cref="Unit"/>, and where the level comes from.</summary>
/// <param name="Product">Key of the product in the table; empty when none was chosen.</param>
/// <param name="Level">What the level is called, for instance 标杆水平; empty without a product.</param>
/// <param name="Value">What the unit uses for one unit of product, unrounded.</param>
/// <param name="Limit">The level.</param>
/// <param name="Unit">Unit of both, as the source prints it.</param>
/// <param name="State">Whether the product is at the level.</param>
/// <param name="Reason">A Chinese sentence part that says why.</param>
/// <param name="Source">The row of the table; none when there is no such row on the day.</param>
public sealed record PreferenceRow(
    string Product, string Level, decimal? Value, decimal? Limit, string Unit, PreferenceState State, string Reason, ParameterSource? Source)
{
    /// <summary>How <see cref="Value"/> and <see cref="Limit"/> came about; none unless it was asked for.</summary>
    public (TraceNode Value, TraceNode Limit)? Proof { get; init; }
}

/// <summary>
/// What a preference rule makes of the answers, with its proof product by product. One product above its level is enough for 未达到;
/// with none above, one that cannot be decided leaves the whole undecided.
/// </summary>
public sealed record PreferenceReading(PreferenceState State, string Reason, IReadOnlyList<PreferenceRow> Rows)
{
    /// <summary>The reading of all products.</summary>
    internal static PreferenceReading Of(IReadOnlyList<PreferenceRow> rows)
    {
        if (rows.Count == 0)
            return new PreferenceReading(PreferenceState.Undecided, "没有填写任何产品", rows);
        var state = rows.Any(r => r.State == PreferenceState.NotMet) ? PreferenceState.NotMet
            : rows.Any(r => r.State == PreferenceState.Undecided) ? PreferenceState.Undecided : PreferenceState.Met;
        return new PreferenceReading(state, string.Join("；", rows.Where(r => r.State == state).Select(r => r.Reason).Distinct()), rows);
    }
}
