using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Reviews;

/// <summary>One answer that an indicator reads, at its place in the facts.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Label">The question, with the row it belongs to.</param>
/// <param name="Definition">The question.</param>
/// <param name="Answer">The answer; null when there is none.</param>
/// <param name="Unit">Unit of a quantity, in a row counted in what the row's choice is counted in.</param>
public sealed record PlacedAnswer(AnswerPlace Place, string Label, InputDefinition Definition, Answer? Answer, string Unit)
{
    /// <summary>Its place in words of forms and hashes.</summary>
    public string Path => Place.ToString();

    /// <summary>The answer as typed; empty when there is none.</summary>
    public string Text => Answer?.Text ?? "";
}

/// <summary>The answers that one indicator reads, in the order of the form.</summary>
public static class DeclaredAnswers
{
    /// <summary>The answers, given or asked for.</summary>
    public static IReadOnlyList<PlacedAnswer> Of(CompiledRuleSet ruleSet, Facts facts, string indicatorCode)
    {
        var asked = ruleSet.Asked(facts);
        var result = new List<PlacedAnswer>();
        foreach (var code in ruleSet.InputsOf(indicatorCode).Where(asked.Contains))
        {
            if (ruleSet.RuleSet.Inputs.FirstOrDefault(input => input.Code == code) is { } input)
            {
                result.Add(new PlacedAnswer(AnswerPlace.OfInput(code), input.Label, input, facts.Inputs.GetValueOrDefault(code), input.Unit));
            }
            else
            {
                AddRows(result, ruleSet.RuleSet, ruleSet.RuleSet.RepeatGroups.First(group => group.Code == code), facts, asked);
            }
        }

        return result;
    }

    /// <summary>SHA-256 over these answers, by which a later change of them is noticed.</summary>
    public static string HashOf(CompiledRuleSet ruleSet, Facts facts, string indicatorCode) =>
        ContentHashing.Sha256Hex([.. Of(ruleSet, facts, indicatorCode).SelectMany(answer => new[] { answer.Path, answer.Text })]);

    private static void AddRows(List<PlacedAnswer> result, RuleSet set, RepeatGroup group, Facts facts, IReadOnlySet<string> asked)
    {
        if (!facts.Groups.TryGetValue(group.Code, out var rows))
        {
            return;
        }

        var words = new AnswerWords(set, DateOnly.MaxValue);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            foreach (var input in group.Inputs)
            {
                var place = AnswerPlace.OfCell(group.Code, i, input.Code);
                if (input.VisibleWhen is not null && !row.ContainsKey(input.Code) && !asked.Contains(place.ToString()))
                {
                    continue;
                }

                result.Add(new PlacedAnswer(place, $"第 {i + 1} 行 {input.Label}", input, row.GetValueOrDefault(input.Code), words.UnitIn(group, input, code => row.GetValueOrDefault(code)?.Text ?? "")));
            }
        }
    }
}
