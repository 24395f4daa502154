using GreenFactory.Application.Declarations.Form;
using GreenFactory.Domain.Evidence;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations;

/// <summary>Finds out how far each section of a case has come. The task list, the pages and the guards of submitting all ask here.</summary>
public static class CaseProgress
{
    /// <summary>The progress of every section, in the order of the form; only the profile until the rule set is chosen.</summary>
    public static IReadOnlyList<SectionProgress> Of(ApplicantCase work)
    {
        var all = new List<SectionProgress> { Profile(work) };
        if (work.RuleSet is { RuleSet: var set })
        {
            all.Add(Section(work, SectionCodes.Gates));
            all.AddRange(set.Groups.Select(group => Section(work, group.Code)));
        }

        return all;
    }

    /// <summary>Whether a gate needs a file: it does when the rule set lists a document that must be given.</summary>
    public static bool NeedsFile(Gate gate) => gate.Mandatory && gate.Evidence.Count > 0;

    /// <summary>Whether an indicator needs a file: it does when it claims points and the rule set lists a document that must be given.</summary>
    public static bool NeedsFile(Indicator indicator, IndicatorScore score) =>
        score is { State: ScoreState.Scored, Score: > 0m } && indicator.Evidence.Count > 0;

    private static SectionProgress Profile(ApplicantCase work)
    {
        var (missing, errors) = (new List<SectionNote>(), new List<SectionNote>());
        foreach (var field in ProfileFields.For(work.Organisation.Kind))
        {
            var place = FormField.OfProfile(field.Code);
            var name = place.Name;
            var text = work.TypedText(name);
            if (text.Length == 0)
            {
                if (field.Required && work.Unlocked.Field(place))
                {
                    missing.Add(new SectionNote(name, $"还没有填写“{field.Label}”。"));
                }
            }
            else if (field.Refuse(text) is { } message)
            {
                errors.Add(new SectionNote(name, message));
            }
        }

        return Sum(work, SectionCodes.Profile, missing, errors, []);
    }

    private static SectionProgress Section(ApplicantCase work, string section)
    {
        var set = work.RuleSet!.RuleSet;
        var facts = work.Facts!;
        var missing = Notes(work.RuleSet.Missing(facts.Facts, work.Campaign.ParametersAsOf)).Where(note => SectionLayout.SectionOf(set, FormField.Read(note.Field)) == section).ToList();
        var found = work.Sheet!.Problems;
        var errors = Notes(found.Where(problem => problem.Severity is Severity.Error)).Where(note => SectionLayout.SectionOf(set, FormField.Read(note.Field)) == section).ToList();
        var warnings = Notes(found.Where(problem => problem.Severity is Severity.Warning)).Where(note => SectionLayout.SectionOf(set, FormField.Read(note.Field)) == section).ToList();
        if (section is SectionCodes.Gates)
        {
            AddGateNotes(work, set, missing, errors);
        }
        else
        {
            missing.AddRange(EvidenceNotes(work, set, section));
        }

        return Sum(work, section, missing, errors, warnings);

        IEnumerable<SectionNote> Notes(IEnumerable<Problem> problems) => problems.Select(problem => new SectionNote(AnswerPlace.Read(problem.Path) is { } place ? facts.FieldOf(place).Name : "", problem.Message));
    }

    private static void AddGateNotes(ApplicantCase work, RuleSet set, List<SectionNote> missing, List<SectionNote> errors)
    {
        foreach (var gate in set.Gates.Where(gate => gate.Mandatory))
        {
            if (work.Facts!.Facts.Gates.TryGetValue(gate.Code, out var met) && !met)
            {
                errors.Add(new SectionNote(FormField.OfGate(gate.Code).Name, $"“{gate.Title}”填报为不符合：基本要求和负面清单有一项不符合即不能申报。"));
            }
            else if (NeedsFile(gate) && !HasFile(work, gate.Code))
            {
                missing.Add(new SectionNote(FormField.OfGate(gate.Code).Name, $"“{gate.Title}”缺证明材料：{string.Join("、", gate.Evidence)}。"));
            }
        }
    }

    private static IEnumerable<SectionNote> EvidenceNotes(ApplicantCase work, RuleSet set, string section) =>
        from indicator in set.Indicators
        where indicator.Group == section && !HasFile(work, indicator.Code)
            && work.TypedText(FormField.OfExcuse(indicator.Code).Name).Length == 0 && work.Unlocked.EvidenceOf(indicator.Code)
            && NeedsFile(indicator, work.Sheet!.Indicators.First(row => row.Code == indicator.Code))
        select new SectionNote(FormField.FilesOf(indicator.Code), $"“{IndicatorTitles.Of(indicator)}”已计分，缺佐证材料：{string.Join("、", indicator.Evidence)}。请上传，或写明不能提供的原因。");

    private static bool HasFile(ApplicantCase work, string subject) => work.EvidenceOf(subject).Any(file => file.Scan is not ScanState.Quarantined);

    private static SectionProgress Sum(ApplicantCase work, string code, IReadOnlyList<SectionNote> missing, IReadOnlyList<SectionNote> errors, IReadOnlyList<SectionNote> warnings)
    {
        var unexplained = warnings.Where(note => work.TypedText(FormField.JustificationOf(note.Field)).Length == 0).ToList();
        var begun = work.Answers.TryGetValue(code, out var answers) && answers.Fields.Values.Any(answer => answer.Values.Any(text => text.Length > 0));
        var status = errors.Count > 0 ? SectionStatus.Faulty
            : missing.Count == 0 && unexplained.Count == 0 && (begun || code is not SectionCodes.Profile) ? SectionStatus.Complete
            : begun ? SectionStatus.Doing : SectionStatus.NotStarted;
        return new SectionProgress(code, status, missing, errors, warnings, unexplained);
    }
}
