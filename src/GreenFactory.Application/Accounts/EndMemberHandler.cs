using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>The signer ends somebody's membership.</summary>
/// <param name="MembershipId">The membership.</param>
public sealed record EndMember(Guid MembershipId);

/// <summary>Ends a membership of an own organisation; nobody ends their own, so that a signer always remains.</summary>
public sealed class EndMemberHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Ends it.</summary>
    public Task<Result> HandleAsync(EndMember command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.EndMember,
        null,
        async process =>
        {
            var id = new MembershipId(command.MembershipId);
            var membership = await db.Memberships.FirstOrDefaultAsync(row => row.Id == id && row.EndedAt == null, cancellation);
            if (membership?.OrganisationId is not { } organisation)
            {
                return ProcessErrors.NotFound;
            }

            if (!access.Scope.RolesFor(organisation.Value).Contains(Role.ApplicantSigner))
            {
                return new Error("member.signer_only", "只有申报负责人可以邀请或移除成员。");
            }

            if (membership.UserId == access.Scope.User)
            {
                return new Error("member.self", "不能移除自己。请由另一位申报负责人或平台管理员办理。");
            }

            membership.End(process.Now);
            process.Record(EventKind.MemberEnded, $"移除{membership.PersonName}的{RoleWords.Of(membership.Role)}身份", new { membership = id.Value });
            return Result.Success;
        },
        cancellation);
}
