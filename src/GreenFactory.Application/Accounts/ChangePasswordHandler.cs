using GreenFactory.Application.Access;
using GreenFactory.Application.Attempts;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace GreenFactory.Application.Accounts;

/// <summary>A signed-in person sets another password.</summary>
/// <param name="Present">The present one, as proof that it is the person and not somebody at an open screen.</param>
/// <param name="Password">The new one.</param>
/// <param name="Session">The session that goes on; every other one ends.</param>
public sealed record ChangePassword(string Present, string Password, Guid? Session);

/// <summary>Sets it, ends every other session and tells the person by letter.</summary>
public sealed class ChangePasswordHandler(UserManager<PortalUser> users, AttemptGate gate, CurrentAccess access, EndSessionsHandler sessions, ProcessRunner runner)
{
    /// <summary>Sets it.</summary>
    /// <param name="command">The passwords.</param>
    /// <param name="sourceFor">From where, given the account's key.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Result> HandleAsync(ChangePassword command, Func<Guid?, AttemptSource> sourceFor, CancellationToken cancellation)
    {
        if (await users.FindByIdAsync(access.Scope.RequiredUser.Value.ToString()) is not { } user)
        {
            return ProcessErrors.NotFound;
        }

        var source = sourceFor(user.Id);
        var attempt = await gate.TakeAsync(AttemptDoor.Password, user.NormalizedEmail!, source, cancellation);
        if (!attempt.MayTry)
        {
            return attempt.TooEarly;
        }

        if (!await users.CheckPasswordAsync(user, command.Present))
        {
            return new Error("account.present_password", $"现在的密码不正确。{attempt.WaitWords}", nameof(command.Present));
        }

        await gate.ForgiveAsync(AttemptDoor.Password, user.NormalizedEmail!, source, cancellation);

        // The present password proves who this is; the role of requests never writes a new one.
        access.Use(access.Scope with { IsVouched = true });
        return await runner.RunAsync(
            ProcessKind.ChangePassword,
            null,
            async process =>
            {
                if (!(await users.ChangePasswordAsync(user, command.Present, command.Password)).Succeeded)
                {
                    return PasswordRules.Weak;
                }

                await sessions.EndOthersAsync(command.Session, cancellation);
                process.Record(EventKind.PasswordChanged, $"{user.PersonName}修改了密码", new { user = user.Id });
                process.Enqueue(NotifyPerson.Kind, new NotifyPerson(
                    user.Id, "密码已修改", "您的密码已修改，其他设备上的登录均已退出。如果不是您本人操作，请立即通过“忘记密码”重设，并联系平台管理员。", Destination.Security));
                return Result.Success;
            },
            cancellation);
    }
}
