using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Cases;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Domain.Declarations;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>An officer takes a submitted case into review (受理), and works on it unless somebody does already.</summary>
public sealed class TakeCaseHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner, CaseSteps steps)
{
    /// <summary>Takes one case.</summary>
    public Task<Result> HandleAsync(DeclarationId id, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.TakeCase, null, process => TakeAsync(id, process, cancellation), cancellation);

    private async Task<Result> TakeAsync(DeclarationId id, RunningProcess process, CancellationToken cancellation)
    {
        if (await steps.FindAsync(id, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        var taken = await steps.TakeAsync(process, declaration, new CaseStep(CaseAction.Take), cancellation);
        if (!taken.Succeeded)
        {
            return taken;
        }

        process.Record(EventKind.CaseTaken, declaration, "区县受理，开始初审");
        process.Notify(declaration, Desk.Apply, "申报已受理", "区县已受理您的申报，正在初审。", Destination.Case(declaration.Id));
        var allocation = await db.CaseAllocations.FirstOrDefaultAsync(row => row.DeclarationId == id, cancellation);
        if (allocation?.OwnerId is null)
        {
            var (person, name) = (access.Scope.RequiredUser, access.Scope.PersonName);
            allocation ??= db.Add(CaseAllocation.Of(declaration)).Entity;
            allocation.Give(person, name, person, name, process.Now);
            process.Record(EventKind.CaseAllocated, declaration, AllocateCaseHandler.Words(name, name), new { from = "", to = name });
        }

        return Result.Success;
    }
}
