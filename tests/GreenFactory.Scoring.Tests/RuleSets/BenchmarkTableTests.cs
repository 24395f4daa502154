using System.Globalization;
using GreenFactory.Application.Seeding;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.RuleSets;

/// <summary>The benchmarks of the general set are those of the reference table: none left out, none made up, none passed off as confirmed.</summary>
public sealed class BenchmarkTableTests
{
    private static readonly IReadOnlyList<ParameterRow> Rows = Shipped.Read("gbt36132-2025").Parameters.Single(t => t.Code == "energy_benchmark").Rows;

    [Fact]
    public void Every_row_of_the_reference_table_is_in_the_rule_set_with_its_numbers_or_a_note_why_not()
    {
        var reference = ReferenceFiles.Read("energy-benchmarks.csv");
        var named = reference.ToDictionary(Clause, StringComparer.Ordinal);

        Assert.Equal(69, reference.Count);
        Assert.Equal(named.Keys.Order(StringComparer.Ordinal), Rows.Select(row => row.Clause).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Rows, row =>
        {
            Assert.Equal((Confirmation.Unconfirmed, Provenance.Transcribed), (row.Confirmation, row.Provenance));
            Assert.NotEmpty(row.Note);
            if (row.Values["benchmark"] is not { } benchmark)
                return;
            var (written, kilograms) = (named[row.Clause], named[row.Clause]["unit"].StartsWith("tce/", StringComparison.Ordinal) ? 1000m : 1m);
            Assert.Equal((Number(written["benchmark"]) * kilograms, Number(written["baseline"]) * kilograms), (benchmark, row.Values["baseline"]));
        });
    }

    [Fact]
    public void An_industry_set_keeps_the_benchmarks_of_the_products_it_keeps()
    {
        Assert.All(Shipped.Files.Select(Shipped.IdOf).Where(id => id.StartsWith("industry-", StringComparison.Ordinal)), id =>
        {
            var tables = Shipped.Read(id).Parameters;
            var products = tables.Single(t => t.Code == "energy_limit").Rows.Select(row => row.Key).ToHashSet();
            Assert.Equal(
                Rows.Where(row => products.Contains(row.Key)).Select(row => row.Key),
                tables.Single(t => t.Code == "energy_benchmark").Rows.Select(row => row.Key).Where(products.Contains));
        });
    }

    [Fact]
    public void No_unit_of_a_key_sector_is_preferred_on_shipped_numbers_that_nobody_confirmed()
    {
        var general = Shipped.Compile("gbt36132-2025");
        var choosable = general.RuleSet.Parameters.Single(t => t.Code == "energy_limit").Rows.Select(r => r.Key).ToHashSet();

        Assert.All(Rows.Where(row => choosable.Contains(row.Key)), row => Assert.Equal(PreferenceState.Undecided, Read(row.Key, "0.001").State));
        Assert.Equal(PreferenceState.Met, Read("GB 21351-2023:连铸连轧线材", "130").State);
        Assert.Equal(PreferenceState.NotMet, Read("GB 21351-2023:连铸连轧线材", "131").State);
        Assert.Equal(PreferenceState.Undecided, Read("GB 29449-2024:斜交轮胎", "1").State);

        PreferenceReading Read(string product, string kilograms) => general.Read(
            Facts.Empty.With("energy_limit_applies", "是").WithRows("energy_products", [new Dictionary<string, string> { ["product"] = product, ["energy"] = kilograms, ["output"] = "1000" }]), new DateOnly(2026, 11, 1))!;
    }

    private static string Clause(IReadOnlyDictionary<string, string> row) =>
        $"{row["field_no"]} {row["field"]}：{row["product"].Replace("(分项未能回忆)", "", StringComparison.Ordinal).Replace("乙烯法等", "乙烯法", StringComparison.Ordinal)}";

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
