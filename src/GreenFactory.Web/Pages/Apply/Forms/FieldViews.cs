using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Scoring;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>An answer that was typed and not saved, with what is wrong with it.</summary>
/// <param name="Values">As typed.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record RefusedAnswer(IReadOnlyList<string> Values, string Message);

/// <summary>Makes fields from the questions of profile, gates and rule set.</summary>
internal sealed class FieldViews
{
    private readonly ApplicantCase work;

    private readonly SectionProgress progress;

    private readonly IReadOnlyDictionary<string, RefusedAnswer> refused;

    private readonly IReadOnlySet<string> asked;

    private readonly Lazy<HashSet<FormField>> askedInRows;

    private readonly RowResults results;

    public FieldViews(ApplicantCase work, SectionProgress progress, IReadOnlyDictionary<string, RefusedAnswer> refused)
    {
        (this.work, this.progress, this.refused) = (work, progress, refused);
        asked = work.RuleSet is { } ruleSet ? ruleSet.Asked(work.Facts!.Facts, work.Campaign.ParametersAsOf) : new HashSet<string>();

        (results, askedInRows) = (new RowResults(work), new Lazy<HashSet<FormField>>(AskedInRows));
    }

    /// <summary>Earlier years of the unit, to stand beside what is typed.</summary>
    public IReadOnlyList<EarlierYear> Earlier { get; init; } = [];

    public FieldView Profile(ProfileField field) => Finish(new FieldView(FormField.OfProfile(field.Code), field.Label, field.Kind switch
    {
        ProfileFieldKind.LongText => FieldInput.LongText,
        ProfileFieldKind.Choice => FieldInput.Select,
        ProfileFieldKind.Number => FieldInput.Number,
        _ => FieldInput.Text,
    }, [])
    {
        Help = field.Help,
        Unit = field.Unit,
        Max = field.Kind is ProfileFieldKind.LongText ? field.Max : null,
        Options = [.. field.Options.Select(option => (option, option))],
        Type = field.Kind switch { ProfileFieldKind.Telephone => "tel", ProfileFieldKind.Email => "email", _ => "text" },
        Optional = !field.Required,
    });

    public FieldView Excuse(Indicator indicator) => Finish(new FieldView(FormField.OfExcuse(indicator.Code), "不能提供材料的原因", FieldInput.LongText, [])
    {
        Help = "没有相应材料时填写，审查人员会看到；已上传材料的不用填。",
        Max = SaveSectionHandler.LongestAnswer,
        Optional = true,
    });

    public FieldView Gate(Gate gate) => Finish(new FieldView(FormField.OfGate(gate.Code), gate.Text, FieldInput.Segments, [])
    {
        Options = [("true", "符合"), ("false", "不符合")],
        Optional = !gate.Mandatory,
    });

    public FieldView Input(InputDefinition input) => Of(FormField.OfInput(input.Code), input) with
    {
        Hidden = !asked.Contains(input.Code),
        When = Deciding(input.VisibleWhen),
        Conditional = input.VisibleWhen is not null && Deciding(input.VisibleWhen) is null,
        Reading = string.Join("　", new[] { ReadingOf(FormField.OfInput(input.Code).Name, input, input.Unit), SeriesOf(input) }.Where(text => text.Length > 0)),
    };

    public RowsView Rows(RepeatGroup group)
    {
        var filled = RowMoves.LastFilled(group, work.Typed) + 1;
        var shown = Math.Clamp(filled + 1, 1, group.MaxRows);
        var word = group.Inputs[0].Label;
        return new RowsView(
            FormField.OfRow(group.Code, 0).Id,
            group.Label,
            group.Help,
            [.. Enumerable.Range(0, shown).Select(row => new RowView(
                $"{word} {row + 1}", [.. group.Inputs.Select(input => InRow(group, row, input))])
            {
                Result = results.Of(group, row),
                Live = $"row-{FormField.OfRow(group.Code, row)}",
                Anchor = RowView.AnchorOf(group.Code, row),
                Commands = CommandsOf(group.Code, row, filled),
            })],
            shown < group.MaxRows && work.Unlocked.Rows(group.Code))
        {
            Code = group.Code,
            WorksheetPath = filled > 0 && work.RuleSet!.RuleSet.Definitions.Any(definition => definition.Group == group.Code) ? $"/apply/{work.Declaration.Id.Value}/worksheet" : null,
            Hidden = !asked.Contains(group.Code),
            When = Deciding(group.VisibleWhen),
            Conditional = group.VisibleWhen is not null && Deciding(group.VisibleWhen) is null,
        };
    }

    /// <summary>The row after the last filled one has its buttons too: it is filled before the page is drawn again.</summary>
    private List<RowCommand> CommandsOf(string group, int row, int filled)
    {
        var commands = new List<RowCommand>();
        if (!work.Declaration.IsEditable || !work.Unlocked.Rows(group) || filled == 0)
        {
            return commands;
        }

        if (row > 0)
        {
            commands.Add(new RowCommand(RowMove.Up, group, row));
        }

        if (row < filled - 1)
        {
            commands.Add(new RowCommand(RowMove.Down, group, row));
        }

        commands.Add(new RowCommand(RowMove.Remove, group, row));
        return commands;
    }

    private FieldView InRow(RepeatGroup group, int row, InputDefinition input) => Of(FormField.OfCell(group.Code, row, input.Code), input) with
    {
        Unit = results.UnitIn(group, row, input),
        Reading = ReadingOf(FormField.OfCell(group.Code, row, input.Code).Name, input, results.UnitIn(group, row, input)),
        Conditional = input.VisibleWhen is not null,
        Hidden = input.VisibleWhen is not null && !askedInRows.Value.Contains(FormField.OfCell(group.Code, row, input.Code)),
    };

    private HashSet<FormField> AskedInRows() =>
        work.Facts is { } facts ? [.. asked.Select(AnswerPlace.Read).OfType<AnswerPlace>().Where(place => place.Row is not null).Select(facts.FieldOf)] : [];

    private string ReadingOf(string field, InputDefinition input, string unit) =>
        input.Type is InputType.Number && work.TypedText(field) is { Length: > 0 } text ? QuantityWords.Of(text, unit) : "";

    private string SeriesOf(InputDefinition input) => input.Type is InputType.Number && Earlier.Count > 0
        ? YearSeries.Of(FormField.OfInput(input.Code).Name, input.Unit, work.TypedText(FormField.OfInput(input.Code).Name), work.Campaign.EvaluationYear, Earlier)
        : "";

    private FieldView Of(FormField field, InputDefinition input) => Finish(new FieldView(field, input.Label, input.Type switch
    {
        InputType.Number => FieldInput.Number,
        InputType.Choice => input.OptionsFrom is null && input.Options.Count <= 3 ? FieldInput.Segments : FieldInput.Select,
        InputType.MultiChoice => FieldInput.Checklist,
        InputType.Boolean => FieldInput.Segments,
        InputType.Date => FieldInput.Date,
        _ => FieldInput.Text,
    }, [])
    {
        Unit = input.Unit,
        Help = input.Help,
        Optional = !input.Required,
        Options = [.. new AnswerWords(work.RuleSet!.RuleSet, work.Campaign.ParametersAsOf).OptionsOf(input)],
    });

    /// <summary>The field behind a condition that is nothing but a boolean input, with "!" before it where the question arises unless it is yes.</summary>
    private string? Deciding(string? condition)
    {
        foreach (var code in work.RuleSet!.RuleSet.Inputs.Where(input => input.Type is InputType.Boolean).Select(input => input.Code))
        {
            if (condition == code)
            {
                return FormField.OfInput(code).Name;
            }

            if (condition == $"not orelse({code}, false)")
            {
                return $"!{FormField.OfInput(code).Name}";
            }
        }

        return null;
    }

    private FieldView Finish(FieldView field) => field with
    {
        Values = refused.GetValueOrDefault(field.Name)?.Values ?? work.Typed(field.Name),
        Error = refused.GetValueOrDefault(field.Name)?.Message ?? progress.Errors.FirstOrDefault(note => note.Field == field.Name)?.Message,
        Warning = progress.Warnings.FirstOrDefault(note => note.Field == field.Name)?.Message,
        Justified = refused.GetValueOrDefault(field.Field.Justification.Name)?.Values[0] ?? work.TypedText(field.Field.Justification.Name),
        Locked = !work.Unlocked.Field(field.Field),
    };
}
