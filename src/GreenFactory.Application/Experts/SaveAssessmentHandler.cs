using System.Globalization;
using GreenFactory.Application.Access;
using GreenFactory.Application.Assessments;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Scoring.Evaluation;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Experts;

/// <summary>Points as typed for one indicator or criterion.</summary>
public sealed record MarkInput(MarkSubject Subject, string Code, string? Points, string? Reason);

/// <summary>An expert's assessment of a case, kept or finished.</summary>
/// <param name="Finish">True to finish; false to keep a draft.</param>
public sealed record SaveAssessment(ExpertAssignmentId Assignment, IReadOnlyList<MarkInput> Marks, string? Comment, bool Finish)
{
    /// <summary>The draft that the form was opened over (<see cref="SeenStamps.OfAssessment"/>); null where nothing was shown.</summary>
    public string? Seen { get; init; }
}

/// <summary>Keeps or finishes an assessment. Finishing needs every point, a reason for each indicator, and the comment.</summary>
public sealed class SaveAssessmentHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, FrozenScoreReader scores, AssessmentRuleReader rules)
{
    private const int ShortestComment = 20;
    private const int LongestText = 2000;

    /// <summary>Saves.</summary>
    public Task<Result> HandleAsync(SaveAssessment input, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.SaveAssessment, null, process => SaveAsync(process, input, cancellation), cancellation);

    private async Task<Result> SaveAsync(RunningProcess process, SaveAssessment input, CancellationToken cancellation)
    {
        var person = access.Scope.RequiredUser;
        if (await db.ExpertAssignments.FirstOrDefaultAsync(row => row.Id == input.Assignment && row.ExpertId == person, cancellation) is not { } assignment)
        {
            return ProcessErrors.NotFound;
        }

        // Of two windows of the expert at the same moment the second waits here, and is told.
        var turn = $"assessment/{assignment.Id.Value}";
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({turn}, 0))", cancellation);
        await db.Entry(assignment).ReloadAsync(cancellation);
        var kept = await db.ExpertMarks.Where(row => row.AssignmentId == assignment.Id).ToListAsync(cancellation);
        if (assignment.State is AssignmentState.Reviewing && input.Seen is { } seen && seen != SeenStamps.OfAssessment(assignment.Comment, kept))
        {
            return AssessmentErrors.AssessmentChangedMeanwhile;
        }

        var drafted = assignment.Draft(input.Comment ?? "");
        if (!drafted.Succeeded)
        {
            return drafted;
        }

        var subjects = await SubjectsAsync(assignment, cancellation);
        var errors = new List<Error>();
        for (var index = 0; index < subjects.Count; index++)
        {
            var subject = subjects[index];
            var typed = input.Marks.FirstOrDefault(mark => mark.Subject == subject.Subject && mark.Code == subject.Code);
            var field = $"Marks[{(typed is null ? index : input.Marks.ToList().IndexOf(typed))}]";
            var points = ReadPoints(typed?.Points, subject, input.Finish, field, errors);
            if (input.Finish && subject.Subject is MarkSubject.Indicator && WrittenText.SaysNothing(typed?.Reason))
            {
                errors.Add(new Error("assessment.reason", $"“{subject.Name}”：请写明评分理由。", $"{field}.Reason"));
            }

            var mark = kept.Find(row => row.Subject == subject.Subject && row.Code == subject.Code);
            if (mark is null)
            {
                mark = ExpertMark.Create(assignment, subject.Subject, subject.Code);
                db.Add(mark);
            }

            mark.Give(points, typed?.Reason ?? "");
        }

        if (!WrittenText.IsBetween(assignment.Comment, input.Finish ? ShortestComment : 0, LongestText))
        {
            errors.Add(new Error("assessment.comment", $"{LengthRules.Refusal("评审意见", assignment.Comment, ShortestComment, LongestText)}意见随评审底稿存档。", "Comment"));
        }

        if (errors.Count > 0)
        {
            return Result.Failure(errors);
        }

        return input.Finish ? await FinishAsync(process, assignment, cancellation) : Result.Success;
    }

    private async Task<Result> FinishAsync(RunningProcess process, ExpertAssignment assignment, CancellationToken cancellation)
    {
        await db.SaveChangesAsync(cancellation);
        process.Record(EventKind.AssessmentFinished, $"{assignment.ExpertName}完成对 {assignment.CaseNumber} 的评审");
        return assignment.Finish(process.Now);
    }

    private async Task<IReadOnlyList<MarkedSubject>> SubjectsAsync(ExpertAssignment assignment, CancellationToken cancellation)
    {
        var verified = await scores.ReadLatestAsync(assignment.DeclarationId, ScoreParty.Verified, cancellation);
        var rule = await rules.ReadAsync(assignment.CampaignId, cancellation);
        var criteria = await db.AssessmentCriteria.AsNoTracking()
            .Where(row => row.CampaignId == assignment.CampaignId)
            .OrderBy(row => row.Position).ToListAsync(cancellation);
        return
        [
            .. (verified is null ? [] : ExpertItems.Of(verified, rule)).Select(indicator => new MarkedSubject(
                MarkSubject.Indicator, indicator.Code, indicator.Name, indicator.Weight, [.. ExpertItems.Choices(verified!.RuleSet.RuleSet, indicator).Select(choice => choice.Points)])),
            .. criteria.Select(row => new MarkedSubject(MarkSubject.Criterion, row.Code, row.Name, row.MaxPoints, [])),
        ];
    }

    private static decimal? ReadPoints(string? typed, MarkedSubject subject, bool required, string field, List<Error> errors)
    {
        if (WrittenText.SaysNothing(typed))
        {
            if (required)
            {
                errors.Add(new Error("assessment.points_missing", $"“{subject.Name}”尚未评分。", $"{field}.Points"));
            }

            return null;
        }

        if (TypedText.TryReadNumber(typed, out var points, out _) && points >= 0 && points <= subject.Maximum && decimal.Round(points, 2) == points
            && (subject.Choices.Count == 0 || subject.Choices.Contains(points)))
        {
            return points;
        }

        errors.Add(subject.Choices.Count > 0
            ? new Error("assessment.option", $"“{subject.Name}”请选择规则集列出的档次。", $"{field}.Points")
            : new Error("assessment.points", $"“{subject.Name}”应为 0 至 {subject.Maximum.ToString("0.##", CultureInfo.InvariantCulture)} 的数，最多两位小数。", $"{field}.Points"));
        return null;
    }

    private sealed record MarkedSubject(MarkSubject Subject, string Code, string Name, decimal Maximum, IReadOnlyList<decimal> Choices);
}
