using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>The signer invites an editor (经办人).</summary>
/// <param name="OrganisationId">The organisation.</param>
/// <param name="Email">The account's e-mail address.</param>
public sealed record InviteMember(Guid OrganisationId, string Email);

/// <summary>Asks for a membership; background work finds the account, so that the signer does not learn who has one.</summary>
public sealed class InviteMemberHandler(PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Invites.</summary>
    public async Task<Result> HandleAsync(InviteMember command, IAccountLinks links, CancellationToken cancellation)
    {
        var email = MailboxName.Read(command.Email);
        if (!MailboxName.IsWhole(email))
        {
            return new Error("member.email", "请填写经办人的邮箱，格式类似 name@example.com。", "Email");
        }

        if (!access.Scope.RolesFor(command.OrganisationId).Contains(Role.ApplicantSigner))
        {
            return new Error("member.signer_only", "只有申报负责人可以邀请或移除成员。");
        }

        var id = new OrganisationId(command.OrganisationId);
        return await runner.RunAsync(
            ProcessKind.InviteMember,
            null,
            async process =>
            {
                var name = await db.Organisations.Where(row => row.Id == id).Select(row => row.Name).FirstOrDefaultAsync(cancellation);
                if (name is null)
                {
                    return ProcessErrors.NotFound;
                }

                process.Record(EventKind.MemberInvited, $"邀请{name}的申报经办人", new { organisation = command.OrganisationId });
                process.Enqueue(AdmitMember.Kind, new AdmitMember(command.OrganisationId, email, access.Scope.PersonName, links.Register(), access.Scope.RequiredUser.Value));
                return Result.Success;
            },
            cancellation);
    }
}
