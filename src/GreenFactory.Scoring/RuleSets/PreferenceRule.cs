namespace GreenFactory.Scoring.RuleSets;

/// <summary>A column of a parameter table that holds a level to be reached.</summary>
public sealed record PreferenceLevel(string Table, string Column);

/// <summary>
/// What makes a unit preferred among those recommended (优先推荐条件): every product is at a level or below it. A product that is a key of
/// <see cref="KeySectors"/> is held to that level, any other to <see cref="Others"/>; neither is ever worked out from the other.
/// It is read beside the score and never changes it. Source: the notice of 2026-06-01, 二（一）.
/// </summary>
public sealed record PreferenceRule
{
    /// <summary>Document and clause.</summary>
    public required string Clause { get; init; }

    /// <summary>The repeat group whose rows are the products.</summary>
    public required string Group { get; init; }

    /// <summary>Formula of a row for the product, a key of the tables.</summary>
    public required string Name { get; init; }

    /// <summary>Formula of a row for what is compared, in <see cref="Unit"/>.</summary>
    public required string Value { get; init; }

    /// <summary>Unit of value and levels.</summary>
    public required string Unit { get; init; }

    /// <summary>工业重点领域: 标杆水平.</summary>
    public required PreferenceLevel KeySectors { get; init; }

    /// <summary>Other products: 能耗限额先进值 or 1 级.</summary>
    public required PreferenceLevel Others { get; init; }
}
