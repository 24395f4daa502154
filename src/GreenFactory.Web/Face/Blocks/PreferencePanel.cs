using GreenFactory.Web.Face.Marks;

namespace GreenFactory.Web.Face.Blocks;

/// <summary>Whether units are preferred and why, product by product. Partial <c>_Preference</c>.</summary>
/// <param name="Caption">优先推荐条件</param>
/// <param name="Lines">The products; a unit without products has one line that says why.</param>
public sealed record PreferencePanel(string Caption, IReadOnlyList<PreferenceLine> Lines);

/// <summary>A product and the level it is held to.</summary>
/// <param name="Unit">The unit it belongs to; empty where there is only one.</param>
/// <param name="Product">The product; — for none.</param>
/// <param name="Value">What the unit uses, with its measure.</param>
/// <param name="Limit">The level with its measure; what the source lacks is —.</param>
/// <param name="Level">标杆水平, 1 级</param>
/// <param name="Shape">Shape of the outcome.</param>
/// <param name="Outcome">达到, 未达到, 无法判定, 不适用</param>
/// <param name="Reason">Why.</param>
public sealed record PreferenceLine(string Unit, string Product, string Value, string Limit, string Level, StateShape Shape, string Outcome, string Reason)
{
    /// <summary>Document and clause of the level; empty without one.</summary>
    public string Source { get; init; } = "";

    /// <summary>Provenance of the level; null without one.</summary>
    public string? Provenance { get; init; }

    /// <summary>Fingerprint of the row of the level; empty without one.</summary>
    public string Fingerprint { get; init; } = "";
}
