using GreenFactory.Application.Access;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration.Restorations;

/// <summary>A second administrator confirms a restoration.</summary>
/// <param name="Id">The restoration.</param>
public sealed record ConfirmRestoration(Guid Id);

/// <summary>
/// Takes the lost factor away: authenticator and recovery codes are worthless, every session of the person ends, and at the next sign-in a new factor must
/// be set up before anything else.
/// </summary>
public sealed class ConfirmRestorationHandler(UserManager<PortalUser> users, PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Confirms.</summary>
    public Task<Result> HandleAsync(ConfirmRestoration command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.ConfirmRestoration,
        null,
        async process =>
        {
            var id = new SecondFactorRestorationId(command.Id);
            if (await db.SecondFactorRestorations.FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } restoration
                || await users.FindByIdAsync(restoration.UserId.Value.ToString()) is not { } user)
            {
                return ProcessErrors.NotFound;
            }

            var confirmed = restoration.Confirm(access.Scope.RequiredUser, access.Scope.PersonName, process.Now);
            if (!confirmed.Succeeded)
            {
                return confirmed;
            }

            await db.SaveChangesAsync(cancellation);
            user.MustSetUpSecondFactor = true;
            await users.SetTwoFactorEnabledAsync(user, false);
            await users.GenerateNewTwoFactorRecoveryCodesAsync(user, 0);
            await users.ResetAuthenticatorKeyAsync(user);
            var person = restoration.UserId;
            await db.UserSessions.Where(row => row.UserId == person && row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, process.Now), cancellation);
            process.Record(
                EventKind.RestorationConfirmed,
                $"找回{user.PersonName}的两步验证：{restoration.StartedByName}发起，{restoration.ConfirmedByName}确认",
                new { user = user.Id, restoration = command.Id, startedBy = restoration.StartedBy.Value, confirmedBy = access.Scope.RequiredUser.Value });
            process.Enqueue(NotifyPerson.Kind, new NotifyPerson(
                user.Id,
                "两步验证已重置",
                $"经{restoration.StartedByName}核对、{restoration.ConfirmedByName}确认，您原来的验证器和恢复码已失效，所有登录均已退出。请用密码登录，并立即设置新的两步验证。如果不是您本人申请，请立即联系平台管理员。",
                Destination.SecondFactor));
            return Result.Success;
        },
        cancellation);
}
