using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Declarations;

/// <summary>The signer takes a case back (撤回).</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Reason">Why; needed once it was submitted.</param>
public sealed record WithdrawDeclaration(DeclarationId Declaration, string Reason);

/// <summary>Withdraws a case that is not reported yet.</summary>
public sealed class WithdrawDeclarationHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Withdraws; everything filled in is kept.</summary>
    public Task<Result> HandleAsync(WithdrawDeclaration command, CancellationToken cancellation)
    {
        var reason = command.Reason.Trim();
        return runner.RunAsync(ProcessKind.WithdrawDeclaration, reason.Length > 0 ? reason : null, process => WithdrawAsync(command.Declaration, reason, process, cancellation), cancellation);
    }

    private async Task<Result> WithdrawAsync(DeclarationId id, string reason, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        var draft = declaration.State is CaseState.Draft;
        if (!draft && reason.Length < 4)
        {
            return ApplicantErrors.ReasonMissing;
        }

        var step = declaration.Take(CaseAction.Withdraw, access.Scope.ActorOn(declaration), reason.Length >= 4 ? [CaseGuard.ReasonGiven] : [], process.Now);
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
