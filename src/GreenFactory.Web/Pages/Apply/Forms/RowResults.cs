using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.Expressions;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Web.Face.Text;
using GreenFactory.Web.Scores;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>What the rule set defines for each row of a repeat group, in words, and the physical unit that the choice of a row brings with it.</summary>
internal sealed class RowResults(ApplicantCase work)
{
    private readonly Lazy<IReadOnlyList<DefinedValue>> defined = new(() =>
        work.RuleSet is { } ruleSet && work.Facts is { } facts ? ruleSet.Define(facts.Facts, work.Campaign.ParametersAsOf) : []);

    /// <summary>计入量 1,000 t · 折标准煤 791.7 tce; empty for a row without answers or a group without definitions.</summary>
    public string Of(RepeatGroup group, int formRow)
    {
        if (Place(group, formRow) is not { } place)
        {
            return "";
        }

        var unit = UnitOf(group, formRow);
        var levels = work.Sheet!.Indicators.Where(row => work.RuleSet!.InputsOf(row.Code).Contains(group.Code)).SelectMany(row => row.Rows.Skip(place).Take(1)).FirstOrDefault();
        return string.Join(" · ", defined.Value
            .Where(value => value.Definition.Group == group.Code)
            .Select(value => (value.Definition.Label, Trace: value.Traces[place]))
            .Select(value => value.Trace is { State: ValueState.Known, Value: { } number }
                ? $"{value.Label} {NumberText.Natural(Math.Round(number, 2))} {value.Trace.Unit.Replace(AnswerWords.PhysicalUnit, unit, StringComparison.Ordinal)}"
                : $"{value.Label}：{value.Trace.Reason}")
            .Concat(levels is null ? [] : LevelWords.Of(levels)));
    }

    /// <summary>The unit of a question in a row, in what the row's choice is counted or measured in.</summary>
    public string UnitIn(RepeatGroup group, int formRow, InputDefinition input) => Words.UnitIn(group, input, code => work.TypedText(FormField.OfCell(group.Code, formRow, code).Name));

    private AnswerWords Words => new(work.RuleSet!.RuleSet, work.Campaign.ParametersAsOf);

    /// <summary>t, 万m³, 万kWh …: the unit in which the row's choice is counted; 实物单位 until something is chosen.</summary>
    public string UnitOf(RepeatGroup group, int formRow) => Words
        .PhysicalUnitOf(group, code => work.TypedText(FormField.OfCell(group.Code, formRow, code).Name));

    /// <summary>The place of a form row among the rows of the facts, which leave blank rows out.</summary>
    private int? Place(RepeatGroup group, int formRow)
    {
        var rows = work.Facts!.Facts.Groups.GetValueOrDefault(group.Code);
        var wanted = FormField.OfRow(group.Code, formRow);
        for (var i = 0; !rows.IsDefault && i < rows.Length; i++)
        {
            if (work.Facts.FieldOf(AnswerPlace.OfRow(group.Code, i)) == wanted)
            {
                return defined.Value.FirstOrDefault(value => value.Definition.Group == group.Code) is { } value && i >= value.Traces.Count ? null : i;
            }
        }

        return null;
    }
}
