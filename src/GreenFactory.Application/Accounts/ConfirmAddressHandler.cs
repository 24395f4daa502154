using GreenFactory.Application.Access;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace GreenFactory.Application.Accounts;

/// <summary>Confirms the address of an account by a token from a letter.</summary>
public sealed class ConfirmAddressHandler(UserManager<PortalUser> users, CurrentAccess access)
{
    private static readonly Error Stale = new("account.confirmation_token", "链接无效或已过期，请重新发送确认邮件。");

    /// <summary>Confirms it.</summary>
    public async Task<Result> HandleAsync(Guid userId, string token)
    {
        var user = await users.FindByIdAsync(userId.ToString());
        if (user is null || !await users.VerifyUserTokenAsync(user, users.Options.Tokens.EmailConfirmationTokenProvider, UserManager<PortalUser>.ConfirmEmailTokenPurpose, token))
        {
            return Stale;
        }

        // The token proves who this is: from here on the work is the person's own.
        access.Use(access.Scope with { User = new UserId(user.Id), PersonName = user.PersonName, IsVouched = true });
        return (await users.ConfirmEmailAsync(user, token)).Succeeded ? Result.Success : Stale;
    }
}
