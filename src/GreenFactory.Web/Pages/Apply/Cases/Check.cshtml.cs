using GreenFactory.Application.Access;
using GreenFactory.Application.Declarations;
using GreenFactory.Application.RuleLibrary.Values;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring;
using GreenFactory.Scoring.Evaluation;
using GreenFactory.Web.Face.Blocks;
using GreenFactory.Web.Pages.Apply.Forms;
using GreenFactory.Web.Scores;
using Microsoft.AspNetCore.Mvc;

namespace GreenFactory.Web.Pages.Apply.Cases;

/// <summary>Every answer on one page, before it is signed.</summary>
public sealed class CheckModel(ApplicantCaseReader cases, CaseChangesQuery differences, ConfirmedValuesReader confirmed, CurrentAccess access) : CasePage
{
    /// <summary>Notes of a section that are listed; the others are counted.</summary>
    internal const int MostNotes = 6;

    /// <summary>The answers by section.</summary>
    public IReadOnlyList<AnswerGroup> Groups { get; private set; } = [];

    /// <summary>How far each section has come.</summary>
    public IReadOnlyList<SectionProgress> Progress { get; private set; } = [];

    /// <summary>What the preference rests on; null until facts can be read, or when the rule set has no rule for it.</summary>
    public PreferencePanel? Preference { get; private set; }

    /// <summary>What the officers will be shown to look at, by indicator.</summary>
    public IReadOnlyList<SignalLine> Signals { get; private set; } = [];

    /// <summary>Before and after since the case was returned; null while it is not returned.</summary>
    public CaseChanges? Changes { get; private set; }

    /// <summary>Whether everything is complete.</summary>
    public bool Ready => CaseTasks.IsReady(Work, Progress);

    /// <summary>Whether this person signs.</summary>
    public bool IsSigner => access.Scope.ActorOn(Work.Declaration).Roles.Contains(Role.ApplicantSigner);

    /// <summary>Shows the page.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cases, cancellation))
        {
            return NotFound();
        }

        Progress = CaseProgress.Of(Work);
        Preference = Work is { RuleSet: { } ruleSet, Facts: { } facts } && ruleSet.Prefer(facts.Facts, Work.Campaign.ParametersAsOf, await confirmed.ReadAsync(cancellation)) is { } reading
            ? PreferenceWords.Panel(reading, Work.Organisation.Kind)
            : null;
        Changes = await differences.SinceLastAsync(Work, cancellation);
        Groups = AnswerGroups.Of(Work, changeable: Work.Declaration.IsEditable);
        Signals =
        [
            .. QualitySignals.Of(Work).SelectMany(pair => pair.Signals.Select(signal => new SignalLine(
                $"{IndicatorTitles.Of(pair.Indicator)}：{signal.Title}", signal.Detail, Path: CaseTasks.PathOf(Work, pair.Indicator.Code)))),
        ];
        return Page();
    }
}
