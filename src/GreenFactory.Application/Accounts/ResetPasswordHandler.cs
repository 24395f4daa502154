using GreenFactory.Application.Access;
using GreenFactory.Application.Audit;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace GreenFactory.Application.Accounts;

/// <summary>Sets a new password by a token from a letter and ends every session of the account. An administrator's lock stays.</summary>
public sealed class ResetPasswordHandler(UserManager<PortalUser> users, CurrentAccess access, EndSessionsHandler sessions, ProcessRunner runner)
{
    private static readonly Error Stale = new("account.reset_token", "链接无效或已过期，请重新申请重设密码。");

    /// <summary>Sets the password.</summary>
    public async Task<Result> HandleAsync(Guid userId, string token, string password, CancellationToken cancellation)
    {
        var user = await users.FindByIdAsync(userId.ToString());
        if (user is null || !await users.VerifyUserTokenAsync(user, users.Options.Tokens.PasswordResetTokenProvider, UserManager<PortalUser>.ResetPasswordTokenPurpose, token))
        {
            return Stale;
        }

        // The token proves who this is: from here on the work is the person's own.
        access.Use(access.Scope with { User = new UserId(user.Id), PersonName = user.PersonName, IsVouched = true });
        return await runner.RunAsync(
            ProcessKind.ResetPassword,
            null,
            async process =>
            {
                if (!(await users.ResetPasswordAsync(user, token, password)).Succeeded)
                {
                    return PasswordRules.Weak;
                }

                await sessions.EndOthersAsync(null, cancellation);
                process.Record(EventKind.PasswordReset, $"{user.PersonName}重设了密码", new { user = user.Id });
                return Result.Success;
            },
            cancellation);
    }
}
