using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Validation;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>The lead takes a conclusion back while it is not reported; the case is reviewed again.</summary>
public sealed class ReconsiderHandler(PortalDbContext db, ProcessRunner runner, CaseSteps steps)
{
    /// <summary>Takes back.</summary>
    public async Task<Result> HandleAsync(DeclarationId id, string? reason, CancellationToken cancellation) =>
        LengthRules.TooLong("理由", reason, StepReason.Of(CaseAction.Reconsider).Longest, "Reason") is { } tooLong
            ? tooLong
            : await runner.RunAsync(ProcessKind.ReconsiderCase, reason, process => ReconsiderAsync(id, reason, process, cancellation), cancellation);

    private async Task<Result> ReconsiderAsync(DeclarationId id, string? reason, RunningProcess process, CancellationToken cancellation)
    {
        if (await steps.FindAsync(id, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        var taken = await steps.TakeAsync(process, declaration, new CaseStep(CaseAction.Reconsider) { Reason = reason }, cancellation);
        if (!taken.Succeeded)
        {
            return taken;
        }

        var conclusion = await db.DistrictConclusions.FirstAsync(row => row.DeclarationId == id && row.WithdrawnAt == null, cancellation);
        conclusion.Withdraw(process.Now);
        process.Record(
            EventKind.CaseReconsidered,
            declaration,
            $"区县撤回结论“{ReviewWords.Of(conclusion.Kind)}”（{conclusion.ConcludedByName}：{conclusion.Reason}），重新审查",
            details: new { conclusion = conclusion.Id.Value, kind = conclusion.Kind.ToString(), conclusion.Reason });
        return Result.Success;
    }
}
