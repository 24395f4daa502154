namespace GreenFactory.Web.Face.Blocks;

/// <summary>Head of an indicator: number, name, what kind of scale, points won of points possible. Partial <c>_IndicatorHead</c>.</summary>
/// <param name="Id">Id of the heading; the section refers to it by <c>aria-labelledby</c>.</param>
/// <param name="Number">1, 2, 3 …, empty when it has none.</param>
/// <param name="Name">Name of the indicator.</param>
/// <param name="Detail">单位产品综合能耗 · 逆向定量，越低越好 …</param>
/// <param name="Points">Points won; null when not computable yet.</param>
/// <param name="Max">Points possible.</param>
public sealed record IndicatorHead(string Id, string Number, string Name, string Detail, decimal? Points, decimal Max)
{
    /// <summary>Shape and word under the points: 有误, 不适用.</summary>
    public (Marks.StateShape Shape, string Word)? State { get; init; }

    /// <summary>Small text under the points: 申报 4.76.</summary>
    public string? Beside { get; init; }
}

/// <summary>One product of an indicator that is entered product by product. The page draws the fields inside a <c>fieldset.gf-prod</c>; partial <c>_ProductLegend</c> writes its legend.</summary>
/// <param name="Name">产品 1 · 熟料</param>
/// <param name="Points">Points this product would win alone; null when not computable yet.</param>
/// <param name="Max">Points possible.</param>
/// <param name="Share">Share of the weighting in per cent; null when not computable.</param>
public sealed record ProductLegend(string Name, decimal? Points, decimal Max, decimal? Share);
