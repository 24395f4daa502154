using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>An officer confirms that industry code and rule set of a case are the right ones.</summary>
public sealed class ConfirmRuleSetHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Confirms.</summary>
    public Task<Result> HandleAsync(DeclarationId id, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.ConfirmRuleSet, null, process => ConfirmAsync(id, process, cancellation), cancellation);

    private async Task<Result> ConfirmAsync(DeclarationId id, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        if (declaration.State is not CaseState.DistrictReview)
        {
            return DistrictErrors.NotInReview(declaration.State);
        }

        declaration.ConfirmRuleSet(access.Scope.RequiredUser);
        process.Record(EventKind.RuleSetConfirmed, declaration, $"确认适用的规则集（行业代码 {declaration.IndustryCode ?? "不适用"}）");
        return Result.Success;
    }
}
