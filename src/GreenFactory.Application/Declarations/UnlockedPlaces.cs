using GreenFactory.Application.Declarations.Form;
using GreenFactory.Domain.Reviews;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Scoring.RuleSets;

namespace GreenFactory.Application.Declarations;

/// <summary>
/// What the applicant may change: everything of a draft; of a returned case what the items name and no more. An indicator opens the answers it reads and
/// its files, a gate its answer and its files, an item about material the files alone, a field or list itself, 单位基本信息 every field of the profile; an
/// item about nothing on the form opens nothing and is answered in words. A question that arises only by what was changed, and the explanation of a
/// warning that was not there before, are open too: without them the case could not be complete again.
/// </summary>
public sealed class UnlockedPlaces
{
    /// <summary>Code of an item about the whole profile.</summary>
    public const string WholeProfile = "profile";

    private readonly bool everything;
    private readonly HashSet<FormField> fields = [];
    private readonly HashSet<string> groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> evidence = new(StringComparer.Ordinal);
    private readonly SubmissionSnapshot? before;

    private UnlockedPlaces(bool everything, SubmissionSnapshot? before) => (this.everything, this.before) = (everything, before);

    /// <summary>Nothing is locked: the case was never submitted.</summary>
    public static UnlockedPlaces Everything { get; } = new(true, null);

    /// <summary>Whether only named places are open.</summary>
    public bool IsPartial => !everything;

    /// <summary>What the items of a return open.</summary>
    /// <param name="ruleSet">The rule set of the case.</param>
    /// <param name="items">The items of the latest return.</param>
    /// <param name="before">The submission that was returned.</param>
    /// <param name="now">The answers as they stand.</param>
    public static UnlockedPlaces Of(CompiledRuleSet ruleSet, IEnumerable<ChangeRequestItem> items, SubmissionSnapshot before, Facts now)
    {
        var places = new UnlockedPlaces(false, before);
        foreach (var item in items)
        {
            places.Open(item.Subject, item.SubjectCode, ruleSet);
        }

        var asked = ruleSet.Asked(now).Except(ruleSet.Asked(DeclaredFacts.From(ruleSet.RuleSet, before.Typed).Facts), StringComparer.Ordinal);
        places.OpenQuestions(asked, ruleSet.RuleSet);
        return places;
    }

    /// <summary>Whether a field, or the explanation of a warning at it, may be changed.</summary>
    public bool Field(FormField field) => everything || field switch
    {
        { IsJustification: true } => Field(field.Owner) || before!.Typed(field.Name).Count == 0,
        { Kind: FormFieldKind.Excuse } => evidence.Contains(field.Code),
        _ => fields.Contains(field) || groups.Contains(field.Group),
    };

    /// <summary>Whether rows of a list may be added and changed.</summary>
    public bool Rows(string group) => everything || groups.Contains(group);

    /// <summary>Whether files of a gate or an indicator may be added and removed.</summary>
    public bool EvidenceOf(string subject) => everything || evidence.Contains(subject);

    private void Open(ChangeSubject subject, string code, CompiledRuleSet ruleSet)
    {
        switch (subject)
        {
            case ChangeSubject.Indicator:
                OpenQuestions(ruleSet.InputsOf(code), ruleSet.RuleSet);
                evidence.Add(code);
                break;
            case ChangeSubject.Gate:
                fields.Add(FormField.OfGate(code));
                evidence.Add(code);
                break;
            case ChangeSubject.Evidence:
                evidence.Add(code);
                break;
            case ChangeSubject.Field when code == WholeProfile:
                fields.UnionWith(ProfileFields.All.Select(field => FormField.OfProfile(field.Code)));
                break;
            case ChangeSubject.Field when FormField.Read(code) is { Kind: FormFieldKind.List or FormFieldKind.Cell } row:
                groups.Add(row.Group);
                break;
            case ChangeSubject.Field when FormField.Read(code) is { } field:
                fields.Add(field);
                break;
            case ChangeSubject.Field:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(subject), subject, null);
        }
    }

    private void OpenQuestions(IEnumerable<string> codes, RuleSet set)
    {
        foreach (var code in codes)
        {
            if (set.RepeatGroups.Any(group => group.Code == code))
            {
                groups.Add(code);
            }
            else
            {
                fields.Add(FormField.OfInput(code));
            }
        }
    }
}
