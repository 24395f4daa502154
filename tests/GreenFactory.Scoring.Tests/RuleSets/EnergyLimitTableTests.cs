using System.Globalization;
using GreenFactory.Application.Seeding;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.RuleSets;

/// <summary>Every row of the limit table, one by one: its numbers and its correction are those of the reference table, and its levels stand in order however it is corrected.</summary>
public sealed class EnergyLimitTableTests
{
    private const string Own = "own";
    private static readonly CompiledRuleSet General = Shipped.Compile("gbt36132-2025");
    private static readonly ParameterTable Table = General.RuleSet.Parameters.Single(t => t.Code == "energy_limit");
    private static readonly RepeatGroup Products = General.RuleSet.RepeatGroups.Single(g => g.Code == "energy_products");

    [Fact]
    public void Every_row_has_the_numbers_and_the_correction_of_the_reference_table()
    {
        var reference = ReferenceFiles.Read("energy-limits.csv").ToDictionary(row => $"{row["standard"]}:{row["product"]}", StringComparer.Ordinal);

        Assert.All(Table.Rows.Where(row => row.Correction != Own), row =>
        {
            var written = reference[row.Key];
            Assert.Equal(written["correction"], row.Correction ?? "");
            Assert.All(row.Values.Where(value => value.Value is not null || !row.Note.Contains("不作基准值", StringComparison.Ordinal)), value =>
                Assert.Equal(written[value.Key], value.Value is { } number ? Written(number, written[value.Key]) : ""));
        });
        Assert.Equal(reference.Keys.Order(StringComparer.Ordinal), Table.Rows.Select(row => row.Key).Where(key => key != "other").Distinct().Order(StringComparer.Ordinal));
        Assert.All(reference.Values.Where(row => row["correction"].Length > 0), row => Assert.NotEmpty(row["correction_note"]));
    }

    [Fact]
    public void On_every_day_of_a_campaign_a_product_has_a_row_of_its_own_or_says_that_the_edition_is_not_there()
    {
        var days = (DateOnly[])[new(2025, 12, 31), new(2026, 4, 30), new(2026, 7, 24), new(2026, 11, 30), new(2027, 1, 1)];

        Assert.All(Table.Rows.GroupBy(row => row.Key).Where(rows => !rows.Key.StartsWith("GB 47835-2026", StringComparison.Ordinal)), rows =>
            Assert.All(days, day => Assert.True(rows.Any(row => row.HoldsOn(day)), $"{rows.Key} {day:O}")));
        Assert.All(Table.Rows.Where(row => row.To is not null), row => Assert.Equal((Own, Confirmation.Unconfirmed), (row.Correction, row.Confirmation)));
        Assert.Contains(Table.Rows, row => row.Key == "GB 32047-2025:啤酒单位产品综合能耗" && row.HoldsOn(new(2026, 7, 31)) && row.Source.StartsWith("GB 32047-2015", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_row_is_measured_in_energy_for_an_amount_of_its_product()
    {
        Assert.All(Table.Rows, row => Assert.Matches("^(kgce|gce|kgoe|kWh)/.+$", row.Unit));
        Assert.Equal(53, Table.Rows.Count(row => !row.Unit.StartsWith("kgce/", StringComparison.Ordinal)));
        Assert.All(Table.Rows.Where(row => row.Key.StartsWith("GB 30184-2013", StringComparison.Ordinal)), row => Assert.Equal("kgce/千m²", row.Unit));
    }

    /// <summary>The other tables of levels are checked like the limits, and in every set: order, unit, and a row for the day of every product that is offered.</summary>
    [Fact]
    public void In_every_set_every_row_of_levels_stands_in_order_in_a_known_unit_and_no_product_lacks_its_day()
    {
        var checkedRows = 0;
        foreach (var table in Shipped.Files.Select(Shipped.IdOf).SelectMany(id => Shipped.Read(id).Parameters).Where(t => t.Code is "energy_limit" or "energy_benchmark" or "water_quota"))
        {
            Assert.All(table.Rows, row =>
            {
                var levels = table.Columns.Select(column => row.Values.GetValueOrDefault(column.Code)).OfType<decimal>().ToList();
                Assert.Equal(levels.Order(), levels);
                Assert.True(Unit.TryParse(row.Unit.Length > 0 ? row.Unit.Split('/')[0] : table.Unit, out _), $"{table.Code} {row.Key} {row.Unit}");
                Assert.True(row.From is null || row.To is null || row.From <= row.To, row.Key);
            });
            Assert.All(table.Rows.GroupBy(row => row.Key).Where(rows => !rows.Key.StartsWith("GB 47835-2026", StringComparison.Ordinal)), rows =>
                Assert.Single(rows, row => row.HoldsOn(new DateOnly(2026, 7, 24))));
            checkedRows += table.Rows.Count;
        }

        Assert.True(checkedRows > 1_000, $"{checkedRows}");
    }

    [Fact]
    public void Every_correction_is_used_and_says_where_it_was_read()
    {
        Assert.Equal(Table.Corrections.Select(c => c.Code).Order(), Table.Rows.Select(r => r.Correction).OfType<string>().Distinct().Order());
        Assert.All(Table.Corrections, c => Assert.NotEmpty(c.Source));
        Assert.All(Table.Corrections, c => Assert.NotEmpty(c.Clause));
    }

    [Fact]
    public void However_a_row_is_corrected_level_1_is_the_strictest_and_level_3_the_last()
    {
        var tried = 0;
        Assert.All(Table.Rows, row =>
        {
            foreach (var answers in Answers(row))
            {
                var day = row.From ?? row.To ?? new DateOnly(2026, 11, 1);
                var scored = General.Evaluate(Evaluation.CorrectedLevelTests.Made(row.Key, 1m, answers), day, explain: false).Indicators.Single(i => i.Code == "energy_intensity").Rows[0];
                Assert.NotEqual(ScoreState.Error, scored.State);
                Assert.True(scored is { Leading: not null, Baseline: not null, Limit: not null }, scored.Message);
                Assert.True(scored.Leading <= scored.Baseline && scored.Baseline <= scored.Limit, $"{row.Key}: {scored.Leading} {scored.Baseline} {scored.Limit}");
                tried++;
            }
        });
        Assert.True(tried > Table.Rows.Count);
    }

    /// <summary>The least, the middle and the most of every question that the correction of a row asks, and each option of a choice.</summary>
    private static IEnumerable<(string, string)[]> Answers(ParameterRow row)
    {
        var asked = row.Correction is { } code ? Products.Inputs.Where(i => i.VisibleWhen?.Contains($"\"{code}\"", StringComparison.Ordinal) == true).ToList() : [];
        if (row.Correction == Own)
            return [[("own_level1", "1"), ("own_level2", "2"), ("own_level3", "3")], [("own_level3", "3")]];
        if (asked.Count == 0)
            return [[("measured", "1")]];
        return Enumerable.Range(0, 4).Select(step => asked.Select(input => (input.Code, input.Type switch
        {
            InputType.Boolean => step % 2 == 0 ? "否" : "是",
            InputType.Choice => input.Options[step % input.Options.Count].Code,
            _ => (input.Min!.Value + ((input.Max!.Value - input.Min.Value) * Math.Min(step, 2) / 2m)).ToString(CultureInfo.InvariantCulture),
        })).ToArray());
    }

    private static string Written(decimal number, string like) =>
        decimal.Parse(like, CultureInfo.InvariantCulture) == number ? like : number.ToString(CultureInfo.InvariantCulture);
}
