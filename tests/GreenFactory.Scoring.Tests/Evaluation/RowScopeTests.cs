using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.Evaluation;

/// <summary>Formulas of a row beside those of the whole unit: each keeps to its own answers, whatever was worked out first.</summary>
public sealed class RowScopeTests
{
    private static readonly DateOnly Day = new(2026, 7, 24);

    [Fact]
    public void A_row_is_still_the_same_row_after_a_sum_over_all()
    {
        var set = SoundSet.Compile(sound => sound with
        {
            Definitions = [new Definition { Code = "part", Label = "占其他产品之比", Group = "products", Formula = "used / (sum(products, used) - used)" }],
        });

        var parts = set.Define(Products("10", "20", "30"), Day).Single().Traces;

        Assert.Equal([10m / 50m, 20m / 40m, 30m / 30m], parts.Select(part => part.Value));
    }

    [Fact]
    public void What_concerns_the_whole_unit_can_be_used_from_a_row_and_leaves_the_row_as_it_was()
    {
        var set = SoundSet.Compile(sound => Weighted(sound));

        var row = set.Row("intensity", Products("10", "20").With("energy", "4").With("value", "2"));

        Assert.Equal([20m, 40m], row.Rows.Select(product => product.Weight));
    }

    [Fact]
    public void A_division_by_zero_in_what_concerns_the_whole_unit_names_no_row()
    {
        var set = SoundSet.Compile(sound => Weighted(sound));

        var row = set.Row("intensity", Products("10", "20").With("energy", "4").With("value", "0"));

        Assert.All(row.Rows, product => Assert.Equal("除数“产值”为 0", product.Message));
    }

    /// <summary>The products weigh by a definition of the whole unit, which is asked for in the first row, times an answer of the row.</summary>
    private static RuleSet Weighted(RuleSet sound) => (sound with
    {
        Definitions = [new Definition { Code = "per_value", Label = "单位产值能耗", Unit = "tce/万元", Formula = "energy / value" }],
    }).WithLeaf("intensity", new ProductsLeaf("products", "product", "per_value * used", "used / output", "1", "200", "kgce/产品单位"));

    private static Facts Products(params string[] used) => Facts.Empty.WithRows("products", used.Select(amount =>
        (IReadOnlyDictionary<string, string>)new Dictionary<string, string> { ["product"] = "k1", ["used"] = amount, ["output"] = "1000" }));
}
