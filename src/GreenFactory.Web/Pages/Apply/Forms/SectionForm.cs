using GreenFactory.Application.Declarations;
using GreenFactory.Application.Declarations.Form;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Face.Marks;
using GreenFactory.Web.Face.Text;
using GreenFactory.Web.Scores;

namespace GreenFactory.Web.Pages.Apply.Forms;

/// <summary>A section as its page draws it.</summary>
public sealed class SectionForm
{
    private SectionForm(ApplicantCase work, SectionProgress progress) => (Work, Progress) = (work, progress);

    /// <summary>The case.</summary>
    public ApplicantCase Work { get; }

    /// <summary>How far the section has come.</summary>
    public SectionProgress Progress { get; }

    /// <summary>Fields of the profile.</summary>
    public IReadOnlyList<FieldView> Fields { get; private init; } = [];

    /// <summary>Requirements of the gates.</summary>
    public IReadOnlyList<GateCard> Gates { get; private init; } = [];

    /// <summary>Indicators of a group.</summary>
    public IReadOnlyList<IndicatorCard> Indicators { get; private init; } = [];

    /// <summary>The score beside the form; null where nothing is scored.</summary>
    public LiveScore? Score { get; private init; }

    /// <summary>Makes the form of a section.</summary>
    /// <param name="work">The case.</param>
    /// <param name="section">The section.</param>
    /// <param name="refused">Answers that were not saved; they stand in the form as they were typed.</param>
    /// <param name="earlier">Earlier years, to stand beside what is typed.</param>
    public static SectionForm Of(
        ApplicantCase work, string section, IReadOnlyDictionary<string, RefusedAnswer>? refused = null, IReadOnlyList<EarlierYear>? earlier = null)
    {
        var progress = CaseProgress.Of(work).First(part => part.Code == section);
        var fields = new FieldViews(work, progress, refused ?? new Dictionary<string, RefusedAnswer>()) { Earlier = earlier ?? [] };
        return section switch
        {
            SectionCodes.Profile => new SectionForm(work, progress) { Fields = [.. ProfileFields.For(work.Organisation.Kind).Select(fields.Profile)] },
            SectionCodes.Gates => new SectionForm(work, progress) { Gates = [.. work.RuleSet!.RuleSet.Gates.Select((gate, i) => Card(work, gate, i, fields))] },
            _ => new SectionForm(work, progress) { Indicators = Cards(work, section, fields), Score = LiveOf(work, section) },
        };
    }

    /// <summary>Every field of the form, rows included.</summary>
    public IEnumerable<FieldView> AllFields() => Fields
        .Concat(Gates.Select(gate => gate.Field))
        .Concat(Indicators.SelectMany(card => card.Fields
            .Concat(card.Excuse is { } excuse ? [excuse] : Array.Empty<FieldView>())
            .Concat(card.Rows.SelectMany(rows => rows.Rows).SelectMany(row => row.Fields))));

    /// <summary>Every list of rows of the section.</summary>
    public IEnumerable<RowsView> AllRows() => Indicators.SelectMany(card => card.Rows);

    private static GateCard Card(ApplicantCase work, Gate gate, int index, FieldViews fields) => new(
        (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
        gate.Title,
        gate.Clause,
        gate.NegativeList,
        fields.Gate(gate),
        CaseProgress.NeedsFile(gate) ? [] : EvidenceLists.Words(gate.Evidence, gate.EvidenceIfAny),
        EvidenceLists.Of(work, gate.Code, CaseProgress.NeedsFile(gate) ? gate.Evidence : []));

    private static List<IndicatorCard> Cards(ApplicantCase work, string section, FieldViews fields)
    {
        var set = work.RuleSet!.RuleSet;
        var waitingInputs = SectionLayout.Inputs(set, section).ToList();
        var waitingGroups = SectionLayout.Groups(set, section).ToList();
        var indicators = set.Indicators.Where(indicator => indicator.Group == section).ToList();
        var cards = new List<IndicatorCard>();
        foreach (var indicator in indicators)
        {
            var last = indicator == indicators[^1];
            var reads = work.RuleSet.InputsOf(indicator.Code).ToHashSet(StringComparer.Ordinal);
            var inputs = waitingInputs.Where(input => last || reads.Contains(input.Code)).OrderBy(input => input.Type is InputType.Boolean ? 0 : 1).ToList();
            var groups = waitingGroups.Where(group => last || reads.Contains(group.Code)).ToList();
            waitingInputs.RemoveAll(inputs.Contains);
            waitingGroups.RemoveAll(groups.Contains);
            var shared = set.Inputs.Where(input => reads.Contains(input.Code) && !inputs.Contains(input)).Select(input => Recall(work, input)).ToList();
            var row = work.Sheet!.Indicators.First(score => score.Code == indicator.Code);
            cards.Add(new IndicatorCard(
                indicator.Code,
                Anchor(indicator.Code),
                HeadOf(indicator, row),
                indicator.Explanation,
                [.. inputs.Select(fields.Input)],
                [.. groups.Select(fields.Rows)],
                string.Join("；", shared),
                ResultOf(work, indicator, row),
                EvidenceLists.Of(work, indicator.Code, row.State is ScoreState.NotApplicable ? [] : indicator.Evidence),
                indicator.Evidence.Count > 0 ? fields.Excuse(indicator) : null));
        }

        return cards;
    }

    private static string Recall(ApplicantCase work, InputDefinition input)
    {
        var words = new AnswerWords(work.RuleSet!.RuleSet, work.Campaign.ParametersAsOf).Of(input, work.Typed(FormField.OfInput(input.Code).Name));
        return words.Length == 0 ? $"{input.Label} 未填" : $"{input.Label} {words} {input.Unit}".TrimEnd();
    }

    private static string Anchor(string indicator) => $"indicator-{indicator}";

    private static IndicatorHead HeadOf(Indicator indicator, IndicatorScore row)
    {
        var direction = indicator.Type switch
        {
            IndicatorType.PositiveQuantitative => "正向定量，越高越好",
            IndicatorType.InverseQuantitative => "逆向定量，越低越好",
            IndicatorType.PositiveQualitative => "正向定性",
            _ => "逆向定性",
        };
        var parts = new[] { row.Leading is null && row.Rows.Count == 0 ? indicator.Detail : row.Detail, direction, row.Unit.Length > 0 ? row.Unit : indicator.Unit };
        return new IndicatorHead($"head-{indicator.Code}", indicator.Number, indicator.Name, string.Join(" · ", parts.Where(part => part.Length > 0)), row.State is ScoreState.Scored ? row.Score : null, row.Max)
        {
            State = row.State switch
            {
                ScoreState.Error => (StateShape.Error, "有误"),
                ScoreState.NotApplicable => (StateShape.Off, "不适用"),
                _ => null,
            },
        };
    }

    private static IndicatorResult ResultOf(ApplicantCase work, Indicator indicator, IndicatorScore row)
    {
        var value = row is { Value: { } number, Rows.Count: < 2 } ? (row.Detail.Length > 0 && row.Detail != row.Name ? $"{row.Name}（{row.Detail}）" : row.Name, NumberText.Natural(number), row.Unit) : ((string, string, string)?)null;
        return new IndicatorResult(
            value,
            ScoreRulers.Of(row),
            row.Warnings,
            TracePanels.Of(work.Sheet!, row, indicator.Clause, $"/apply/{work.Declaration.Id.Value}/trace/{indicator.Code}"),
            row);
    }

    private static LiveScore LiveOf(ApplicantCase work, string section)
    {
        var sheet = work.Sheet!;
        var group = sheet.Groups.First(part => part.Code == section);
        return new LiveScore(
            "本节得分",
            group.Score,
            group.Max,
            [.. sheet.Indicators.Where(row => row.Group == section).Select(row => new LiveLine(
                IndicatorTitles.Of(row),
                Anchor(row.Code),
                row.State is ScoreState.Scored ? row.Score : null,
                row.Max,
                row.State is ScoreState.Error ? "有误" : null))],
            sheet.Total,
            sheet.Max,
            $"{sheet.RuleSetTitle} {sheet.RuleSetVersion}",
            sheet.Provenance.ToString());
    }
}
