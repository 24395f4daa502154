using GreenFactory.Application.Access;
using GreenFactory.Application.Accounts;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Administration;

/// <summary>An administrator locks an account or opens it again.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Locked">Whether it is to be locked.</param>
public sealed record LockAccount(Guid UserId, bool Locked);

/// <summary>Locks accounts, which ends their sessions at once, and unlocks them.</summary>
public sealed class LockAccountHandler(UserManager<PortalUser> users, PortalDbContext db, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Does it.</summary>
    public Task<Result> HandleAsync(LockAccount command, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.LockAccount,
        null,
        async process =>
        {
            if (access.Scope.RequiredUser.Value == command.UserId)
            {
                return new Error("account.self", "不能锁定自己的账号。");
            }

            if (await users.FindByIdAsync(command.UserId.ToString()) is not { } user)
            {
                return ProcessErrors.NotFound;
            }

            await users.SetLockoutEndDateAsync(user, command.Locked ? DateTimeOffset.MaxValue : null);
            if (command.Locked)
            {
                var person = new UserId(user.Id);
                await db.UserSessions.Where(row => row.UserId == person && row.EndedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, process.Now), cancellation);
            }

            process.Record(command.Locked ? EventKind.AccountLocked : EventKind.AccountUnlocked, $"{(command.Locked ? "锁定" : "解锁")}{user.PersonName}的账号", new { user = user.Id });
            return Result.Success;
        },
        cancellation);
}
