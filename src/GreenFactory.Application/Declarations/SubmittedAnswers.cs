using GreenFactory.Application.Declarations.Form;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations;

/// <summary>One answer of a submission as it is printed.</summary>
/// <param name="Question">The question, with the row it belongs to: rows without answers are not counted, as in the score sheet.</param>
/// <param name="Text">The answer as typed, choices by their labels; empty when the question was asked and not answered.</param>
/// <param name="Unit">Its unit; empty for none.</param>
/// <param name="Justification">What the applicant said to a warning; empty when nothing was.</param>
/// <param name="Asked">False for an answer that stands in the form although its question no longer arises: it is printed and does not count.</param>
public sealed record SubmittedAnswer(string Question, string Text, string Unit, string Justification, bool Asked);

/// <summary>The answers of one first-level indicator.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Answers">The answers in the order of the form.</param>
public sealed record SubmittedAnswerGroup(string Title, IReadOnlyList<SubmittedAnswer> Answers);

/// <summary>Every answer that a submission holds besides profile and gates, in the order of the form; none is left out.</summary>
public static class SubmittedAnswers
{
    /// <summary>The answers by first-level indicator.</summary>
    /// <param name="compiled">The rule set it was scored by.</param>
    /// <param name="facts">The facts it was scored with.</param>
    /// <param name="snapshot">What was submitted.</param>
    /// <param name="asOf">The day for which parameters are read.</param>
    public static IReadOnlyList<SubmittedAnswerGroup> Of(CompiledRuleSet compiled, Facts facts, SubmissionSnapshot snapshot, DateOnly asOf)
    {
        var set = compiled.RuleSet;
        var asked = compiled.Asked(facts, asOf);
        var words = new AnswerWords(set, asOf);
        return
        [
            .. set.Groups.Select(section => new SubmittedAnswerGroup(section.Name,
            [
                .. SectionLayout.Inputs(set, section.Code).Select(input => Plain(input)).OfType<SubmittedAnswer>(),
                .. SectionLayout.Groups(set, section.Code).SelectMany(Rows),
                .. set.Indicators.Where(indicator => indicator.Group == section.Code).Select(Excuse).OfType<SubmittedAnswer>(),
            ])).Where(group => group.Answers.Count > 0),
        ];

        SubmittedAnswer? Plain(InputDefinition input)
        {
            var field = FormField.OfInput(input.Code).Name;
            return Answer(field, input.Label, words.Of(input, Typed(field)), input.Unit, asked.Contains(input.Code));
        }

        SubmittedAnswer? Excuse(Indicator indicator) => Typed(FormField.OfExcuse(indicator.Code).Name) is [{ Length: > 0 } said, ..]
            ? new SubmittedAnswer($"{IndicatorTitles.Of(indicator)}：不能提供材料的原因", said, "", "", true)
            : null;

        IEnumerable<SubmittedAnswer> Rows(RepeatGroup group)
        {
            var filled = 0;
            for (var row = 0; row < group.MaxRows; row++)
            {
                var number = row;
                string InRow(string code) => Typed(FormField.OfCell(group.Code, number, code).Name) is [var text, ..] ? text : "";
                if (group.Inputs.All(input => InRow(input.Code).Length == 0))
                {
                    continue;
                }

                filled++;
                foreach (var input in group.Inputs)
                {
                    var field = FormField.OfCell(group.Code, row, input.Code).Name;
                    var unit = words.UnitIn(group, input, InRow);
                    var isAsked = asked.Contains(input.VisibleWhen is null ? group.Code : AnswerPlace.OfCell(group.Code, filled - 1, input.Code).ToString());
                    if (Answer(field, $"{group.Label} {filled}：{input.Label}", words.Of(input, Typed(field), unit), unit, isAsked) is { } answer)
                    {
                        yield return answer;
                    }
                }
            }
        }

        SubmittedAnswer? Answer(string field, string question, string text, string unit, bool isAsked)
        {
            var justification = Typed(FormField.JustificationOf(field)) is [var said, ..] ? said : "";
            return isAsked || text.Length > 0 || justification.Length > 0 ? new SubmittedAnswer(question, text, unit, justification, isAsked) : null;
        }

        IReadOnlyList<string> Typed(string field) => snapshot.Answers.GetValueOrDefault(field) ?? [];
    }
}
