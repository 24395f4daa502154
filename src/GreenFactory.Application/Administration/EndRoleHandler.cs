using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>An administrator ends a role.</summary>
/// <param name="MembershipId">The membership.</param>
public sealed record EndRole(Guid MembershipId);

/// <summary>Ends roles; nobody ends their own, so that an administrator always remains.</summary>
public sealed class EndRoleHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Ends it.</summary>
    public Task<Result> HandleAsync(EndRole command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.EndRole,
        null,
        async process =>
        {
            var id = new MembershipId(command.MembershipId);
            var membership = await db.Memberships.FirstOrDefaultAsync(row => row.Id == id && row.EndedAt == null, cancellation);
            if (membership is null)
            {
                return ProcessErrors.NotFound;
            }

            if (membership.UserId == access.Scope.User)
            {
                return new Error("role.self", "不能结束自己的角色，请由另一位管理员办理。");
            }

            membership.End(process.Now);
            process.Record(EventKind.RoleEnded, $"结束{membership.PersonName}的“{RoleWords.Of(membership.Role)}”角色", new { membership = id.Value });
            return Result.Success;
        },
        cancellation);
}
