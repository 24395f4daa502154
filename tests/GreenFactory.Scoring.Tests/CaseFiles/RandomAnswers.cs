using System.Collections.Immutable;
using System.Globalization;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Scoring.Tests.CaseFiles;

/// <summary>Answers to a rule set as people give them: mostly there, mostly sensible, of every length, now and then absurd or unreadable. The same seed gives the same answers.</summary>
internal sealed class RandomAnswers(CompiledRuleSet set, DateOnly day, int seed)
{
    private readonly Random _random = new(seed);

    public Facts Next()
    {
        var facts = set.RuleSet.Inputs.Aggregate(Facts.Empty, (all, input) => all.With(input.Code, Answer(input)));
        foreach (var group in set.RuleSet.RepeatGroups)
        {
            facts = facts.WithRows(group.Code, Enumerable.Range(0, _random.Next(4)).Select(_ =>
                (IReadOnlyDictionary<string, string>)group.Inputs.ToDictionary(input => input.Code, Answer)));
        }

        foreach (var gate in set.RuleSet.Gates.Where(_ => _random.Next(3) > 0))
            facts = facts.WithGate(gate.Code, _random.Next(5) > 0);
        foreach (var indicator in set.RuleSet.Indicators)
        {
            if (_random.Next(15) == 0)
                facts = facts with { NotApplicable = facts.NotApplicable.SetItem(indicator.Code, "没有这类工序") };
            if (indicator.Leaf is GradedLeaf && _random.Next(2) == 0)
                facts = facts with { Grades = facts.Grades.SetItem(indicator.Code, new Grade(Number(indicator.Weight), "试评")) };
            if (indicator.Leaf is ChooseLeaf { Mode: ChooseMode.Declared } choose)
                facts = facts with { Declared = facts.Declared.SetItem(indicator.Code, [.. choose.Children.Where(_ => _random.Next(2) == 0).Take(choose.Take).Select(child => child.Code)]) };
        }

        return facts;
    }

    private string Answer(InputDefinition input) => _random.Next(12) == 0 ? "" : input.Type switch
    {
        InputType.Boolean => Pick("true", "false", "true", "是"),
        InputType.Choice => Options(input) is { Length: > 0 } options ? options[_random.Next(options.Length)] : "",
        InputType.MultiChoice => string.Join(",", input.Options.Where(_ => _random.Next(2) == 0).Select(option => option.Code)),
        InputType.Date => "2025-06-30",
        InputType.Text => "文字",
        _ => Number(Most(input)),
    };

    private string[] Options(InputDefinition input) => input.OptionsFrom is { } table
        ? [.. set.RuleSet.Parameters.Single(p => p.Code == table).Rows.Where(row => row.HoldsOn(day)).Select(row => row.Key)] : [.. input.Options.Select(option => option.Code)];

    private static decimal Most(InputDefinition input) => Math.Min(input.Max ?? 10_000_000m, input.PlausibleMax ?? 10_000_000m);

    private string Number(decimal most) => _random.Next(20) switch
    {
        0 => "0",
        1 => "１２,３４５．６",
        2 => "abc",
        _ => decimal.Round(most * (decimal)Math.Pow(_random.NextDouble(), 1 + _random.Next(6)), _random.Next(7)).ToString(CultureInfo.InvariantCulture),
    };

    private string Pick(params string[] words) => words[_random.Next(words.Length)];
}
