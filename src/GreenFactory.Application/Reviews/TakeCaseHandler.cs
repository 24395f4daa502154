using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>An officer takes a submitted case into review (受理).</summary>
public sealed class TakeCaseHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Takes one case.</summary>
    public Task<Result> HandleAsync(DeclarationId id, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.TakeCase, null, process => TakeAsync(id, process, cancellation), cancellation);

    private async Task<Result> TakeAsync(DeclarationId id, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.Declarations.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        CaseGuard[] proved = await FourEyes.HoldAsync(db, access.Scope, declaration, cancellation) ? [CaseGuard.FourEyes] : [];
        var taken = declaration.Take(CaseAction.Take, access.Scope.ActorOn(declaration), proved, process.Now);
        if (taken.Succeeded)
        {
            process.Record(EventKind.CaseTaken, declaration, "区县受理，开始初审");
            process.Notify(declaration, Desk.Apply, "申报已受理", "区县已受理您的申报，正在初审。", Destination.Case(declaration.Id));
        }

        return taken;
    }
}
