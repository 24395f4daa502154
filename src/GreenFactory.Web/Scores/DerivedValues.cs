using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Web.Face.Text;

namespace GreenFactory.Web.Scores;

/// <summary>What a rule set works out from the answers before it scores them, in words: the definitions of rows and of the whole unit.</summary>
internal static class DerivedValues
{
    /// <summary>Label, value with unit, and clause of every definition, rows first, in the order of the rule set.</summary>
    /// <param name="score">The replayed score.</param>
    /// <param name="asOf">The day for which parameters are read.</param>
    public static IReadOnlyList<(string Label, string Value, string Clause)> Of(ReplayedScore score, DateOnly asOf)
    {
        var set = score.RuleSet.RuleSet;
        var words = new AnswerWords(set, asOf);
        var asked = score.RuleSet.Asked(score.Facts, asOf);
        return [.. score.RuleSet.Define(score.Facts, asOf).Where(value => value.Definition.Group is not { } code || asked.Contains(code)).SelectMany(Lines)];

        IEnumerable<(string, string, string)> Lines(DefinedValue value)
        {
            if (set.RepeatGroups.FirstOrDefault(group => group.Code == value.Definition.Group) is not { } group)
            {
                return [(value.Definition.Label, Say(value.Trace, value.Trace.Unit), value.Definition.Clause)];
            }

            return value.Traces.Select((trace, i) => (
                $"{group.Label} {i + 1}：{value.Definition.Label}",
                Say(trace, trace.Unit.Replace(
                    AnswerWords.PhysicalUnit,
                    words.PhysicalUnitOf(group, code => score.Facts.Groups[group.Code][i].GetValueOrDefault(code)?.Text ?? ""),
                    StringComparison.Ordinal)),
                value.Definition.Clause));
        }
    }

    private static string Say(TraceNode trace, string unit) =>
        trace is { State: ValueState.Known, Value: { } number } ? $"{NumberText.Natural(number)} {unit}".TrimEnd() : trace.Reason;
}
