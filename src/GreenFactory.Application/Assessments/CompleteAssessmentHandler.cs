using System.Globalization;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.RuleSets;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>Closing the panel of a case.</summary>
/// <param name="Id">The case.</param>
/// <param name="Seen">The panel that the officer had before them (<see cref="SeenStamps.OfPanel"/>); null where nothing was shown.</param>
/// <param name="Note">What the city says to marks that lie far apart; asked for only where they do.</param>
public sealed record CompleteAssessment(DeclarationId Id, string? Seen = null, string? Note = null);

/// <summary>
/// Closes the panel of a case by the rule of its campaign: the final score is the district's facts with the mark of the panel in every indicator that experts
/// mark. Where there is none, the final score is the verified one. Advisory points stay outside.
/// </summary>
public sealed class CompleteAssessmentHandler(
    PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps, FrozenScoreReader scores, RuleSetOfCaseReader ruleSets, PanelMarksReader panels, ScoreFreezer freezer)
{
    private const int ShortestNote = 5;
    private const int LongestNote = 500;

    /// <summary>Closes.</summary>
    public Task<Result> HandleAsync(CompleteAssessment input, CancellationToken cancellation)
    {
        var note = WrittenText.Said(input.Note);
        return runner.RunAsync(ProcessKind.CompleteAssessment, note.Length > 0 ? note : null, process => CompleteAsync(process, input, note, cancellation), cancellation);
    }

    private async Task<Result> CompleteAsync(RunningProcess process, CompleteAssessment input, string note, CancellationToken cancellation)
    {
        var id = input.Id;
        if (await steps.FindAsync(id, cancellation) is not { RuleSetVersionId: { } version } declaration)
        {
            return ProcessErrors.NotFound;
        }

        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('panels', 0))", cancellation);
        var panel = await db.ExpertAssignments.AsNoTracking().Where(row => row.DeclarationId == id).ToListAsync(cancellation);
        if (input.Seen is { } seen && seen != SeenStamps.OfPanel(panel.Select(row => (row.ExpertId, row.State))))
        {
            return AssessmentErrors.PanelChangedMeanwhile(declaration.CaseNumber);
        }

        var set = (await ruleSets.ReadAsync(version, cancellation)).RuleSet;
        var marks = (await panels.ReadAsync(declaration.CampaignId, new Dictionary<DeclarationId, RuleSet> { [id] = set }, cancellation))[id];
        if (Obstacle(declaration, panel, marks, note) is { } obstacle)
        {
            return obstacle;
        }

        if (await scores.ReadLatestAsync(id, ScoreParty.Verified, cancellation) is not { } verified)
        {
            return new Error("assessment.no_verified_score", "该案件没有区县核定得分，不能完成评审。请退回区县核定。");
        }

        var step = await steps.TakeAsync(process, declaration, new CaseStep(CaseAction.CompleteAssessment), cancellation);
        if (!step.Succeeded)
        {
            return step;
        }

        db.Add(PanelConclusion.Create(declaration, marks.Rule, marks.Finished, marks.Disputed.Count > 0, marks.Disputed.Count > 0 ? note : "", access.Scope.PersonName, process.Now));
        var (_, sheet) = await freezer.FreezeAsync(process, declaration, ScoreParty.Final, marks.ApplyTo(verified.Facts), verified.Score.AsOf, cancellation);
        process.Record(EventKind.AssessmentCompleted, declaration, Summary(verified.Sheet.Total, sheet.Total), Details(marks));
        process.Notify(declaration, Desk.District, "专家评审完成", $"{declaration.CaseNumber} 已完成专家评审。", Destination.Workbench(id));
        return Result.Success;
    }

    private static Error? Obstacle(Declaration declaration, List<ExpertAssignment> panel, PanelReading marks, string note) =>
        declaration.State is not CaseState.Compliant ? DeclarationErrors.NoSuchStep(declaration.State, CaseAction.CompleteAssessment)
        : marks.Finished < marks.Rule.RequiredReviews ? AssessmentErrors.ReviewsMissing(marks.Rule.RequiredReviews, marks.Finished)
        : !PanelProof.IsComplete(panel.Select(row => row.State), marks.Rule.RequiredReviews) ? AssessmentErrors.PanelOpen
        : marks.Disputed.Count > 0 && !WrittenText.IsBetween(note, ShortestNote, LongestNote) ? AssessmentErrors.DisputeUnexplained(marks.DisputeInWords)
        : null;

    /// <summary>What became of the score, in words for the timeline.</summary>
    internal static string Summary(decimal verified, decimal final) => string.Create(
        CultureInfo.InvariantCulture, $"专家评审完成，区县核定 {verified:0.00} 分，最终得分 {final:0.00} 分（{(final == verified ? "不变" : $"{final - verified:+0.00;-0.00}")}）");

    /// <summary>By which rule the score came about, for the log.</summary>
    internal static object Details(PanelReading marks) => new
    {
        method = marks.Rule.Method.ToString(),
        reviews = marks.Finished,
        disputed = marks.Disputed.Count > 0,
        marks = marks.Lines.Where(line => line.Indicator is not null).Select(line => new
        {
            indicator = line.Indicator!.Code,
            given = line.Marks.Select(mark => mark.Points.ToString("0.##", CultureInfo.InvariantCulture)).ToList(),
            combined = line.Combined!.Value.ToString(CultureInfo.InvariantCulture),
            option = line.Option?.Option,
        }).ToList(),
    };
}
