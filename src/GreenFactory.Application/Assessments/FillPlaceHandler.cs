using System.Globalization;
using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Assessments;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>The decision on a place that became free.</summary>
/// <param name="Freed">The case that lost it.</param>
/// <param name="Candidate">The case it is offered to.</param>
/// <param name="MoveUp">True to give it; false to go past this case to the next one.</param>
/// <param name="Reason">Why.</param>
public sealed record FillPlace(DeclarationId Freed, DeclarationId Candidate, bool? MoveUp, string? Reason);

/// <summary>
/// Offers a place that became free to the next on the waiting list, in the order of ranks: nobody is jumped without a decision with its reason. A case that moves up is
/// on the shortlist, and stands before the public in a notice of its own. Of two leads at the same moment the second is told that the place is taken.
/// </summary>
public sealed class FillPlaceHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps, RankingQuery rankings, ListBarReader bars)
{
    /// <summary>Decides.</summary>
    public async Task<Result> HandleAsync(FillPlace input, CancellationToken cancellation)
    {
        if (!access.Scope.HasRoleFor(CaseAction.MoveUp))
        {
            return DeclarationErrors.NotYourRole(CaseAction.MoveUp);
        }

        if (input.MoveUp is not { } moveUp)
        {
            return new Error("selection.not_chosen", "请选择递补或不递补。", "MoveUp");
        }

        var reason = WrittenText.Said(input.Reason);
        return StepReason.Of(CaseAction.MoveUp).IsMetBy(reason)
            ? await runner.RunAsync(ProcessKind.FillPlace, reason, process => FillAsync(process, input, moveUp, reason, cancellation), cancellation)
            : new Error("selection.reason", "请写明递补或不递补的理由，5 至 500 字。", "Reason");
    }

    private async Task<Result> FillAsync(RunningProcess process, FillPlace input, bool moveUp, string reason, CancellationToken cancellation)
    {
        if (await steps.FindAsync(input.Candidate, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        var turn = $"places/{declaration.CampaignId.Value}";
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({turn}, 0))", cancellation);
        var freed = (await rankings.ReadAsync(declaration.CampaignId, cancellation)).SelectMany(ranking => ranking.Freed).FirstOrDefault(row => row.Lost.Place.Entry.Declaration == input.Freed);
        if (freed is null)
        {
            return AssessmentErrors.NoPlaceFreed;
        }

        if (freed.Next is not { } next)
        {
            return AssessmentErrors.NobodyWaits;
        }

        if (next.Place.Entry.Declaration != declaration.Id)
        {
            return AssessmentErrors.NotNext(next.OrganisationName);
        }

        if (moveUp && await MoveUpAsync(process, declaration, reason, cancellation) is { Succeeded: false } refused)
        {
            return refused;
        }

        var decision = SelectionDecision.Create(
            new SelectionDecisionId(process.NewId()),
            declaration,
            moveUp ? SelectionKind.MovedUp : SelectionKind.PassedOver,
            next.Place.Rank,
            next.Place.Entry.Points,
            reason,
            access.Scope.PersonName,
            process.Now,
            input.Freed);
        db.Add(decision);
        var place = string.Create(
            CultureInfo.InvariantCulture, $"{freed.Lost.Place.Entry.CaseNumber} 空出的名额（同一规则集第 {next.Place.Rank} 名，{next.Place.Entry.Points:0.00} 分）");
        process.Record(moveUp ? EventKind.MovedUp : EventKind.PassedOver, declaration, $"{(moveUp ? "递补" : "不递补")} {place}", SelectionDetails.Of(decision));
        process.Notify(declaration, Desk.District, moveUp ? "案件递补入围" : "案件未递补", $"{declaration.CaseNumber}：{reason}", Destination.Workbench(declaration.Id));
        return Result.Success;
    }

    private async Task<Result> MoveUpAsync(RunningProcess process, Declaration declaration, string reason, CancellationToken cancellation)
    {
        if ((await bars.ReadAsync([declaration], process.Now, cancellation)).GetValueOrDefault(declaration.Id) is { } bar)
        {
            return HonourErrors.BarredCase(bar);
        }

        return await steps.TakeAsync(
            process, declaration, new CaseStep(declaration.State is CaseState.Assessed ? CaseAction.Shortlist : CaseAction.MoveUp) { Reason = reason }, cancellation);
    }
}
