using GreenFactory.Application.Declarations.Form;
using GreenFactory.Application.Reviews;
using GreenFactory.Domain.Campaigns;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Evidence;
using GreenFactory.Domain.Organisations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;

namespace GreenFactory.Application.Declarations;

/// <summary>Everything about a case that its applicant works with, scored as it stands.</summary>
public sealed class ApplicantCase
{
    /// <summary>The case.</summary>
    public required Declaration Declaration { get; init; }

    /// <summary>Its campaign.</summary>
    public required Campaign Campaign { get; init; }

    /// <summary>The applicant.</summary>
    public required Organisation Organisation { get; init; }

    /// <summary>The district that reviews.</summary>
    public required District District { get; init; }

    /// <summary>Until when it may be submitted, recorded grace included.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Whether it may be submitted at the moment of reading.</summary>
    public required bool WindowOpen { get; init; }

    /// <summary>What the district returned and the applicant has not submitted again yet; null while nothing is to be corrected.</summary>
    public ChangeRequestView? Corrections { get; init; }

    /// <summary>What may be changed while the case can be edited.</summary>
    public UnlockedPlaces Unlocked { get; init; } = UnlockedPlaces.Everything;

    /// <summary>What was submitted last, while it is with the applicant for correction; null otherwise.</summary>
    public SubmissionSnapshot? Before { get; init; }

    /// <summary>Whether the signer may submit at the moment of reading: within the window, or to answer a return.</summary>
    public bool MaySubmit => Declaration.IsEditable && (WindowOpen || Declaration.State is CaseState.Returned);

    /// <summary>The rule set; null until chosen.</summary>
    public CompiledRuleSet? RuleSet { get; init; }

    /// <summary>The saved sections.</summary>
    public required IReadOnlyDictionary<string, AnswerSection> Sections { get; init; }

    /// <summary>The answers of the saved sections.</summary>
    public required IReadOnlyDictionary<string, SectionAnswers> Answers { get; init; }

    /// <summary>Evidence that was not removed, in the order of upload.</summary>
    public required IReadOnlyList<EvidenceFile> Evidence { get; init; }

    /// <summary>The facts; null until the rule set is chosen.</summary>
    public DeclaredFacts? Facts { get; init; }

    /// <summary>The score as it stands; null until the rule set is chosen.</summary>
    public ScoreSheet? Sheet { get; init; }

    /// <summary>What was typed into a field of any section.</summary>
    public IReadOnlyList<string> Typed(string field)
    {
        foreach (var answers in Answers.Values)
        {
            if (answers.Fields.TryGetValue(field, out var answer))
            {
                return answer.Values;
            }
        }

        return [];
    }

    /// <summary>The one text typed into a field, trimmed; empty when nothing was.</summary>
    public string TypedText(string field) => Typed(field) is [var text, ..] ? WrittenText.Said(text) : "";

    /// <summary>The evidence of a gate or an indicator.</summary>
    public IEnumerable<EvidenceFile> EvidenceOf(string subject) => Evidence.Where(file => file.SubjectCode == subject);

    /// <summary>When anything was saved last; null when nothing was.</summary>
    public DateTimeOffset? SavedAt => Sections.Count == 0 ? null : Sections.Values.Max(section => section.SavedAt);
}
