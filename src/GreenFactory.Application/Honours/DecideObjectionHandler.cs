using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>What is done with an objection.</summary>
public enum ObjectionAction
{
    /// <summary>开始核查.</summary>
    Investigate,

    /// <summary>异议成立.</summary>
    Uphold,

    /// <summary>异议不成立.</summary>
    Dismiss,
}

/// <summary>A step on an objection; a decision carries its answer.</summary>
public sealed record DecideObjection(ObjectionId Objection, ObjectionAction Action, string? Answer);

/// <summary>Investigates, upholds or dismisses an objection. Upholding disqualifies the case in the same transaction, so only the lead can.</summary>
public sealed class DecideObjectionHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps)
{
    private const int ShortestAnswer = 5;
    private const int LongestAnswer = 1000;

    /// <summary>Takes the step.</summary>
    public async Task<Result> HandleAsync(DecideObjection input, CancellationToken cancellation)
    {
        var answer = WrittenText.Said(input.Answer);
        if (input.Action is not ObjectionAction.Investigate && !WrittenText.IsBetween(answer, ShortestAnswer, LongestAnswer))
        {
            return new Error("objection.answer", $"{LengthRules.Refusal("核查结论和理由", answer, ShortestAnswer, LongestAnswer)}异议人凭回执码可以看到。", "Answer");
        }

        return await runner.RunAsync(ProcessKind.DecideObjection, answer.Length > 0 ? answer : null, process => TakeAsync(process, input, answer, cancellation), cancellation);
    }

    private async Task<Result> TakeAsync(RunningProcess process, DecideObjection input, string answer, CancellationToken cancellation)
    {
        if (await db.Objections.FirstOrDefaultAsync(row => row.Id == input.Objection, cancellation) is not { } objection)
        {
            return ProcessErrors.NotFound;
        }

        var declaration = await db.Declarations.FirstAsync(row => row.Id == objection.DeclarationId, cancellation);
        var step = input.Action is ObjectionAction.Investigate
            ? objection.Investigate()
            : objection.Decide(input.Action is ObjectionAction.Uphold, answer, access.Scope.PersonName, process.Now);
        if (!step.Succeeded)
        {
            return step;
        }

        switch (input.Action)
        {
            case ObjectionAction.Uphold:
                var disqualified = declaration.State is CaseState.Disqualified
                    ? Result.Success
                    : await steps.TakeAsync(process, declaration, new CaseStep(CaseAction.Disqualify) { Reason = answer }, cancellation);
                process.Record(EventKind.ObjectionUpheld, declaration, $"异议 {objection.Number} 成立，撤销资格", new { objection.Number, objection.Answer });
                process.Notify(declaration, Desk.Apply, "异议成立，撤销资格", answer, Destination.Case(declaration.Id));
                return disqualified;
            case ObjectionAction.Dismiss:
                process.Record(EventKind.ObjectionDismissed, declaration, $"异议 {objection.Number} 不成立", new { objection.Number, objection.Answer });
                return Result.Success;
            default:
                process.Record(EventKind.ObjectionInvestigated, declaration, $"开始核查异议 {objection.Number}", new { objection.Number });
                return Result.Success;
        }
    }
}
