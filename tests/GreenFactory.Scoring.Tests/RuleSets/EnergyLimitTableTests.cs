using System.Globalization;
using GreenFactory.Application.Seeding;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.RuleSets;

/// <summary>Every row of the limit table, one by one: its numbers and its correction are those of the reference table, and its levels stand in order however it is corrected.</summary>
public sealed class EnergyLimitTableTests
{
    private static readonly CompiledRuleSet General = Shipped.Compile("gbt36132-2025");
    private static readonly ParameterTable Table = General.RuleSet.Parameters.Single(t => t.Code == "energy_limit");
    private static readonly RepeatGroup Products = General.RuleSet.RepeatGroups.Single(g => g.Code == "energy_products");

    [Fact]
    public void Every_row_has_the_numbers_and_the_correction_of_the_reference_table()
    {
        var reference = ReferenceFiles.Read("energy-limits.csv").ToDictionary(row => $"{row["standard"]}:{row["product"]}", StringComparer.Ordinal);

        Assert.All(Table.Rows, row =>
        {
            var written = reference[row.Key];
            Assert.Equal(written["correction"], row.Correction ?? "");
            Assert.All(row.Values, value => Assert.Equal(written[value.Key], value.Value is { } number ? Written(number, written[value.Key]) : ""));
        });
        Assert.All(reference.Values.Where(row => row["correction"].Length > 0), row => Assert.NotEmpty(row["correction_note"]));
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
                var day = row.From ?? new DateOnly(2026, 11, 1);
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
        if (asked.Count == 0)
            return [[]];
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
