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
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Assessments;

/// <summary>Taking an excluded case back into the selection.</summary>
public sealed record TakeBackSelection(DeclarationId Declaration, string? Reason);

/// <summary>Takes an excluded case back: it is undecided again, at the place its points give it. Refused while a notice that is over waits for its list.</summary>
public sealed class TakeBackSelectionHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps, RankingQuery rankings)
{
    /// <summary>Takes it back.</summary>
    public Task<Result> HandleAsync(TakeBackSelection input, CancellationToken cancellation)
    {
        var reason = WrittenText.Said(input.Reason);
        return runner.RunAsync(
            ProcessKind.TakeBackSelection,
            reason,
            async process =>
            {
                if (await steps.FindAsync(input.Declaration, cancellation) is not { } declaration)
                {
                    return ProcessErrors.NotFound;
                }

                var ranked = (await rankings.ReadAsync(declaration.CampaignId, cancellation)).SelectMany(ranking => ranking.Cases).FirstOrDefault(row => row.Place.Entry.Declaration == declaration.Id);
                if (ranked is null)
                {
                    return ScoreErrors.NotIntact(declaration.CaseNumber);
                }

                var step = await steps.TakeAsync(process, declaration, new CaseStep(CaseAction.TakeBack) { Reason = reason }, cancellation);
                if (!step.Succeeded)
                {
                    return step;
                }

                var decision = SelectionDecision.Create(
                    new SelectionDecisionId(process.NewId()), declaration, SelectionKind.TakenBack, ranked.Place.Rank, ranked.Place.Entry.Points, reason, access.Scope.PersonName, process.Now);
                db.Add(decision);
                process.Record(
                    EventKind.SelectionTakenBack,
                    declaration,
                    $"重新参评（同一规则集第 {ranked.Place.Rank} 名，{ranked.Place.Entry.Points.ToString("0.00", CultureInfo.InvariantCulture)} 分）",
                    SelectionDetails.Of(decision));
                process.Notify(declaration, Desk.District, "案件重新参评", $"{declaration.CaseNumber}：{reason}", Destination.Workbench(declaration.Id));
                return Result.Success;
            },
            cancellation);
    }
}
