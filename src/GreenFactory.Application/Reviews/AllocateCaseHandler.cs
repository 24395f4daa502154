using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Reviews;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>A case is given to an officer of its district (分派), or laid back.</summary>
/// <param name="Declaration">The case.</param>
/// <param name="Owner">The officer; null to lay it back among those nobody works on.</param>
/// <param name="Seen">Who worked on it as the page showed it; null for nobody.</param>
public sealed record AllocateCase(DeclarationId Declaration, UserId? Owner, UserId? Seen);

/// <summary>Gives a case to an officer who holds a role in its district now. It says who is at it; what anybody may do stays as it is.</summary>
public sealed class AllocateCaseHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Allocates.</summary>
    public Task<Result> HandleAsync(AllocateCase command, CancellationToken cancellation) =>
        runner.RunAsync(ProcessKind.AllocateCase, null, process => AllocateAsync(command, process, cancellation), cancellation);

    /// <summary>What happened, in words.</summary>
    internal static string Words(string owner, string by) => owner.Length == 0 ? $"{by}放回未分派" : owner == by ? $"由{owner}承办" : $"由{by}分派给{owner}承办";

    private async Task<Result> AllocateAsync(AllocateCase command, RunningProcess process, CancellationToken cancellation)
    {
        if (await db.Declarations.AsNoTracking().FirstOrDefaultAsync(row => row.Id == command.Declaration, cancellation) is not { } declaration)
        {
            return ProcessErrors.NotFound;
        }

        var allocation = await db.CaseAllocations.FirstOrDefaultAsync(row => row.DeclarationId == command.Declaration, cancellation);
        if (allocation?.OwnerId != command.Seen)
        {
            return DistrictErrors.AllocatedMeanwhile(allocation?.OwnerName ?? "");
        }

        if (allocation?.OwnerId == command.Owner)
        {
            process.LeaveAsItIs();
            return Result.Success;
        }

        var roles = DeskRoles.Of(Desk.District).ToList();
        var name = command.Owner is { } owner
            ? await db.Memberships.Where(row => row.UserId == owner && row.DistrictId == declaration.DistrictId && row.EndedAt == null && roles.Contains(row.Role)).Select(row => row.PersonName).FirstOrDefaultAsync(cancellation)
            : "";
        if (name is null)
        {
            return DistrictErrors.NoColleague;
        }

        var before = allocation?.OwnerName ?? "";
        allocation ??= db.Add(CaseAllocation.Of(declaration)).Entity;
        allocation.Give(command.Owner, name, access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
        process.Record(EventKind.CaseAllocated, declaration, Words(name, access.Scope.PersonName), new { from = before, to = name });
        return Result.Success;
    }
}
