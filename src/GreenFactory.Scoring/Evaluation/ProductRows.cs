using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Evaluation;

/// <summary>A level that a product is held to, and where in a table it stands if it is one of a table.</summary>
internal readonly record struct ProductLevel(Value Value, LevelReading Reading);

/// <summary>What was read of one product: its weight, its value, the points it would earn alone, and the levels it is held to.</summary>
internal readonly record struct ProductReading(string Name, Value Weight, Value Value, Value Earned)
{
    public required string Unit { get; init; }

    public ProductLevel Leading { get; init; }

    public ProductLevel Baseline { get; init; }

    public ProductLevel Limit { get; init; }

    /// <summary>Whether the levels are those that the unit entered, because the table has none.</summary>
    public bool IsOwn { get; init; }

    /// <summary>Whether the product takes part in the weighted mean.</summary>
    public bool IsCounted => Earned.State != ValueState.NotApplicable;
}

/// <summary>The products of an indicator as a sheet shows them.</summary>
internal sealed class ProductRows(ProductReading[] products, bool positive) : MadeWhenRead<RowScore>
{
    public override int Count => products.Length;

    protected override RowScore Make(int index)
    {
        var product = products[index];
        return new RowScore(
            product.Name,
            product.Name,
            product.Value.KnownNumber,
            product.Unit,
            product.Baseline.Value.KnownNumber,
            product.Leading.Value.KnownNumber,
            product.Weight.KnownNumber,
            product.Earned.KnownNumber ?? 0m,
            LeafScore.StateOf(product.Earned),
            product.IsCounted,
            product.Earned.Reason)
        {
            Limit = product.Limit.Value.KnownNumber,
            Correction = Corrections(product),
            Notes = Notes(product),
        };
    }

    /// <summary>What a reader must know about the levels of a product.</summary>
    private IReadOnlyList<string> Notes(ProductReading product)
    {
        var notes = product.Leading.Reading.Notes().Concat(product.Baseline.Reading.Notes()).Concat(product.Limit.Reading.Notes()).ToList();
        if (product.IsOwn)
            notes.Add(LimitWords.Own);
        var (limit, value) = (product.Limit.Value, product.Value);
        if (limit.IsKnown && value.IsKnown && (positive ? value.Exact < limit.Exact : value.Exact > limit.Exact))
            notes.Add(LimitWords.Beyond(limit.Number, product.Unit));
        return [.. notes.Distinct()];
    }

    /// <summary>按熟料比例修正（5.3、5.4）：1 级 80 → 69，2 级 87 → 75.5; empty where nothing is corrected.</summary>
    private static string Corrections(ProductReading product)
    {
        var corrected = new List<(LevelCorrection Correction, string Column, decimal Printed, Value Corrected)>();
        foreach (var level in (ReadOnlySpan<ProductLevel>)[product.Leading, product.Baseline, product.Limit])
        {
            if (level.Reading.Level?.Corrected(level.Reading, level.Value) is { } one)
                corrected.Add(one);
        }

        return corrected.Count == 0 ? "" : LimitWords.Corrected(corrected.DistinctBy(one => one.Column));
    }
}
