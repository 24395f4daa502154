using System.Globalization;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>Closing the panel of a case.</summary>
/// <param name="Id">The case.</param>
/// <param name="Seen">The panel that the officer had before them (<see cref="SeenStamps.OfPanel"/>); null where nothing was shown.</param>
public sealed record CompleteAssessment(DeclarationId Id, string? Seen = null);

/// <summary>
/// Closes the panel of a case: the final score is the district's facts with the mean of the experts' points on each graded
/// indicator. Advisory points stay outside.
/// </summary>
public sealed class CompleteAssessmentHandler(PortalDbContext db, ProcessRunner runner, CaseSteps steps, FrozenScoreReader scores, ScoreFreezer freezer)
{
    /// <summary>Closes.</summary>
    public Task<Result> HandleAsync(CompleteAssessment input, CancellationToken cancellation)
    {
        var id = input.Id;
        return runner.RunAsync(
            ProcessKind.CompleteAssessment,
            null,
            async process =>
            {
                if (await steps.FindAsync(id, cancellation) is not { } declaration)
                {
                    return ProcessErrors.NotFound;
                }

                await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('panels', 0))", cancellation);
                var panel = await db.ExpertAssignments.AsNoTracking().Where(row => row.DeclarationId == id).ToListAsync(cancellation);
                if (input.Seen is { } seen && seen != SeenStamps.OfPanel(panel.Select(row => (row.ExpertId, row.State))))
                {
                    return AssessmentErrors.PanelChangedMeanwhile(declaration.CaseNumber);
                }

                if (!PanelProof.IsComplete(panel.Select(row => row.State)))
                {
                    return AssessmentErrors.PanelOpen;
                }

                var step = await steps.TakeAsync(process, declaration, new CaseStep(CaseAction.CompleteAssessment), cancellation);
                if (!step.Succeeded)
                {
                    return step;
                }

                if (await scores.ReadLatestAsync(id, ScoreParty.Verified, cancellation) is not { } verified)
                {
                    return new Error("assessment.no_verified_score", "该案件没有区县核定得分，不能完成评审。请退回区县核定。");
                }

                var facts = await WithGradesAsync(verified.Facts, panel, cancellation);
                var (_, sheet) = await freezer.FreezeAsync(process, declaration, ScoreParty.Final, facts, verified.Score.AsOf, cancellation);
                process.Record(EventKind.AssessmentCompleted, declaration, $"专家评审完成，最终得分 {sheet.Total.ToString("0.00", CultureInfo.InvariantCulture)}");
                process.Notify(declaration, Desk.District, "专家评审完成", $"{declaration.CaseNumber} 已完成专家评审。", Destination.Workbench(id));
                return Result.Success;
            },
            cancellation);
    }

    private async Task<Facts> WithGradesAsync(Facts facts, List<ExpertAssignment> panel, CancellationToken cancellation)
    {
        var finished = panel.Where(row => row.State is AssignmentState.Finished).Select(row => row.Id).ToList();
        var marks = await db.ExpertMarks.AsNoTracking().Where(row => finished.Contains(row.AssignmentId) && row.Subject == MarkSubject.Indicator && row.Points != null).ToListAsync(cancellation);
        var grades = facts.Grades;
        foreach (var indicator in marks.GroupBy(row => row.Code))
        {
            var mean = indicator.Average(row => row.Points!.Value);
            grades = grades.SetItem(indicator.Key, new Grade(mean.ToString(CultureInfo.InvariantCulture), $"{indicator.Count()} 名专家评分的平均值"));
        }

        return facts with { Grades = grades };
    }
}
