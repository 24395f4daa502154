using System.Text.RegularExpressions;
using GreenFactory.Application.Seeding;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Web.Pages.Public.Rules;
using GreenFactory.Web.Scores;
using Xunit;

namespace GreenFactory.Web.Tests.Public;

/// <summary>Whoever reads how points are given reads Chinese: no code of a question, no function and no number of an option is left in what is said.</summary>
public sealed partial class FormulaInWordsTests
{
    [Fact]
    public void Of_every_shipped_set_everything_that_is_said_about_a_formula_is_in_words()
    {
        var left = new List<string>();
        var said = 0;
        foreach (var set in new ShippedRuleSets().All().Select(shipped => RuleSetReader.Read(shipped.Content.Document).RuleSet!))
        {
            var codes = CodesOf(set);
            foreach (var text in Sentences(set))
            {
                said++;
                var word = Word().Matches(text).Select(match => match.Value).FirstOrDefault(codes.Contains) ?? (Call().Match(text) is { Success: true } call ? call.Value : null);
                if (word is not null)
                {
                    left.Add($"{set.Id}: {word} in {text}");
                }
            }
        }

        Assert.True(left.Count == 0, $"{left.Count} of {said}\n{string.Join('\n', left.Take(20))}");
        Assert.True(said > 8_000, $"only {said} sentences were read");
    }

    [Fact]
    public void A_target_that_depends_on_the_size_of_the_works_is_said_as_people_would_say_it()
    {
        var set = RuleSetReader.Read(File.ReadAllText(Path.Combine(ReferenceFiles.RulesFolder, "gbt36132-2025.json"))).RuleSet!;
        var share = set.Indicators.Single(indicator => indicator.Code == "renewable_share");
        var ways = new LeafInWords(set, new FormulaInWords(set), new DateOnly(2026, 12, 1)).Of(share.Leaf, share.Weight).ToList();
        Assert.Equal(
            ["年综合能源消费量 ≥ 10000 tce", "年综合能源消费量 5000～10000 tce", "年综合能源消费量 3000～5000 tce", "年综合能源消费量 < 3000 tce"],
            ways.Select(way => way.Label));
        Assert.All(ways, way => Assert.Equal("达到引领值得满分，未达基准值得 0 分，之间按直线比例", way.Method));
        Assert.All(ways, way => Assert.Matches(@"^\d+(\.\d+)?", way.Leading!.Text));
        Assert.All(ways, way => Assert.Matches(@"^\d+(\.\d+)?", way.Baseline!.Text));
    }

    private static IEnumerable<string> Sentences(RuleSet set)
    {
        var formulas = new FormulaInWords(set);
        var leaves = new LeafInWords(set, formulas, new DateOnly(2026, 12, 1));
        foreach (var way in set.Indicators.SelectMany(indicator => leaves.Of(indicator.Leaf, indicator.Weight)))
        {
            yield return way.Label;
            yield return way.Method;
            yield return way.Formula is { } formula ? formulas.Say(formula) : "";
            yield return way.Leading?.Text ?? "";
            yield return way.Baseline?.Text ?? "";
        }

        foreach (var formula in set.Definitions.Select(definition => definition.Formula)
            .Concat(set.Inputs.Concat(set.RepeatGroups.SelectMany(group => group.Inputs)).Select(input => input.VisibleWhen).OfType<string>()))
        {
            yield return formulas.Say(formula);
        }
    }

    /// <summary>Everything that a formula may name: questions, groups, definitions, tables with their keys and columns. A code that is itself a word of some label stands for that word.</summary>
    private static HashSet<string> CodesOf(RuleSet set)
    {
        var labels = string.Join('\n', set.Inputs.Concat(set.RepeatGroups.SelectMany(group => group.Inputs)).SelectMany(input => input.Options.Select(option => option.Label).Append(input.Label))
            .Concat(set.Definitions.Select(definition => definition.Label)).Concat(set.Parameters.SelectMany(table => table.Rows.Select(row => row.Label).Append(table.Label))));
        return
        [
            .. set.Inputs.Concat(set.RepeatGroups.SelectMany(group => group.Inputs)).Select(input => input.Code)
                .Concat(set.RepeatGroups.Select(group => group.Code))
                .Concat(set.Definitions.Select(definition => definition.Code))
                .Concat(set.Parameters.SelectMany(table => table.Rows.Select(row => row.Key).Concat(table.Columns.Select(column => column.Code)).Append(table.Code)))
                .Where(code => Word().Match(code).Value == code && !Regex.IsMatch(labels, $@"\b{Regex.Escape(code)}\b"))
                .Concat(["true", "false", "provided", "lookup", "and", "or", "not"]),
        ];
    }

    [GeneratedRegex("[a-z][a-z0-9_]*", RegexOptions.IgnoreCase)]
    private static partial Regex Word();

    [GeneratedRegex("[a-z]+\\(", RegexOptions.IgnoreCase)]
    private static partial Regex Call();
}
