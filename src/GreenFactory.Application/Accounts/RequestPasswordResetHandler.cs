using GreenFactory.Application.Audit;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace GreenFactory.Application.Accounts;

/// <summary>Sends the letter by which a password is set anew, if there is such an account; the answer is the same either way.</summary>
public sealed class RequestPasswordResetHandler(UserManager<PortalUser> users, ProcessRunner runner)
{
    /// <summary>Sends the letter.</summary>
    public Task<Result> HandleAsync(string email, IAccountLinks links, CancellationToken cancellation) => runner.RunAsync(
        "RequestPasswordReset",
        null,
        async process =>
        {
            if (await users.FindByEmailAsync(ComparableText.Visible(email)) is { EmailConfirmed: true } user)
            {
                var link = links.Reset(user.Id, await users.GeneratePasswordResetTokenAsync(user));
                process.Enqueue(MailToSend.Kind, new MailToSend(
                    user.Email!,
                    user.PersonName,
                    "重设密码",
                    $"{user.PersonName}：\n\n请打开下面的链接设置新密码，24小时内有效，只能用一次：\n{link}\n\n如果不是您本人操作，不必理会，原密码仍然有效。"));
            }

            return Result.Success;
        },
        cancellation);
}
