using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Departments;
using GreenFactory.Application.Messages;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>The district concludes its review of a case.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Kind">Recommend or decline a new entry; keep, rectify or adjust an existing unit.</param>
/// <param name="Reason">Why.</param>
/// <param name="Seen">The <see cref="CaseStamp"/> of the page the officer decided on.</param>
public sealed record ConcludeReview(DeclarationId Declaration, ConclusionKind Kind, string? Reason, string Seen);

/// <summary>Concludes, with every guard proved from data; the verified score is frozen in the same transaction.</summary>
public sealed class ConcludeReviewHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps, CaseReviewReader reviews, OpinionListQuery opinions, ScoreFreezer freezer)
{
    private const int LongestReason = 500;

    /// <summary>Concludes.</summary>
    public async Task<Result> HandleAsync(ConcludeReview command, CancellationToken cancellation) =>
        LengthRules.TooLong("理由", command.Reason, LongestReason, "Reason") is { } tooLong ? tooLong : await runner.RunAsync(ProcessKind.ConcludeReview, command.Reason, process => ConcludeAsync(command, process, cancellation), cancellation);

    private async Task<Result> ConcludeAsync(ConcludeReview command, RunningProcess process, CancellationToken cancellation)
    {
        if (await steps.FindAsync(command.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        if (await reviews.ReadAsync(declaration.Id, cancellation) is not { } review)
        {
            return ProcessErrors.NotFound;
        }

        var heard = await opinions.ReadAsync(declaration.Id, cancellation);
        var visited = await db.SiteVisits.Where(row => row.DeclarationId == declaration.Id).Select(row => row.CompletedAt).FirstOrDefaultAsync(cancellation);
        if (declaration.State is CaseState.DistrictReview && CaseStamp.Of(review, heard, visited) != command.Seen)
        {
            return DistrictErrors.CaseChangedMeanwhile;
        }

        if (command.Kind is ConclusionKind.Recommend && await BarringDepartmentAsync(declaration, cancellation) is { } department)
        {
            return DistrictErrors.Barred(department);
        }

        var action = command.Kind switch
        {
            ConclusionKind.Recommend => CaseAction.Recommend,
            ConclusionKind.Decline => CaseAction.DeclineRecommendation,
            _ => CaseAction.ConcludeBenchmark,
        };
        var known = new StepKnown { Review = review, Opinions = heard, VisitCompleted = visited is not null };
        var taken = await steps.TakeAsync(process, declaration, new CaseStep(action) { Reason = command.Reason, Known = known }, cancellation);
        if (!taken.Succeeded)
        {
            return taken;
        }

        await EndEarlierAsync(declaration.Id, process.Now, cancellation);
        var asOf = review.Declared.Score.AsOf;
        var score = review.IsComplete ? (await freezer.FreezeAsync(process, declaration, ScoreParty.Verified, review.Verified, asOf, cancellation)).Score : null;
        db.Add(DistrictConclusion.Create(
            new DistrictConclusionId(process.NewId()), declaration, command.Kind, command.Reason!, score, access.Scope.RequiredUser, access.Scope.PersonName, process.Now));
        var points = score is null ? "" : $"，核定 {score.Total} 分（申报 {review.Declared.Sheet.Total} 分）";
        process.Record(
            EventKind.ReviewConcluded, declaration, $"区县结论：{ReviewWords.Of(command.Kind)}{points}", details: new { kind = command.Kind.ToString(), reason = WrittenText.Said(command.Reason), score = score?.ContentHash, command.Seen });
        process.Notify(declaration, Desk.Apply, $"区县结论：{ReviewWords.Of(command.Kind)}", WrittenText.Said(command.Reason), Destination.Case(declaration.Id));
        return Result.Success;
    }

    /// <summary>A case that the city sent back, or the applicant withdrew and filed again, still has its earlier conclusion: the new one takes its place.</summary>
    private Task EndEarlierAsync(DeclarationId id, DateTimeOffset now, CancellationToken cancellation) =>
        db.DistrictConclusions.Where(row => row.DeclarationId == id && row.WithdrawnAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.WithdrawnAt, now).SetProperty(row => row.Rank, (int?)null).SetProperty(row => row.RankReason, ""), cancellation);

    private async Task<string?> BarringDepartmentAsync(Declaration declaration, CancellationToken cancellation) =>
        await db.DepartmentOpinions.Where(row => row.DeclarationId == declaration.Id && row.Kind == OpinionKind.Bars)
            .Join(db.Departments, row => row.DepartmentId, department => department.Id, (_, department) => department.Name)
            .FirstOrDefaultAsync(cancellation);
}
