using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;

namespace GreenFactory.Application.Declarations;

/// <summary>The signer takes a case back (撤回).</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Reason">Why; needed once it was submitted.</param>
public sealed record WithdrawDeclaration(DeclarationId Declaration, string Reason);

/// <summary>Withdraws a case that is not reported yet.</summary>
public sealed class WithdrawDeclarationHandler(ProcessRunner runner, CaseSteps steps)
{
    /// <summary>Withdraws; everything filled in is kept.</summary>
    public async Task<Result> HandleAsync(WithdrawDeclaration command, CancellationToken cancellation)
    {
        var reason = WrittenText.Said(command.Reason);
        return LengthRules.TooLong("理由", reason, StepReason.Of(CaseAction.Withdraw).Longest, "Reason") is { } tooLong
            ? tooLong
            : await runner.RunAsync(ProcessKind.WithdrawDeclaration, reason.Length > 0 ? reason : null, process => WithdrawAsync(command.Declaration, reason, process, cancellation), cancellation);
    }

    private async Task<Result> WithdrawAsync(DeclarationId id, string reason, RunningProcess process, CancellationToken cancellation)
    {
        if (await steps.FindAsync(id, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        var draft = declaration.State is CaseState.Draft;
        if (!draft && !StepReason.Of(CaseAction.Withdraw).IsMetBy(reason))
        {
            return ApplicantErrors.ReasonMissing;
        }

        var step = await steps.TakeAsync(process, declaration, new CaseStep(CaseAction.Withdraw) { Reason = reason }, cancellation);
        if (!step.Succeeded)
        {
            return step;
        }

        process.Record(EventKind.DeclarationWithdrawn, declaration, "申报单位撤回申报");
        if (!draft)
        {
            process.Notify(declaration, Desk.District, $"{declaration.CaseNumber} 已由申报单位撤回", $"理由：{reason}", Destination.Workbench(id));
        }

        return Result.Success;
    }
}
