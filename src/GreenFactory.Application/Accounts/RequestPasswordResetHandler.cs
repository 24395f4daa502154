using GreenFactory.Application.Attempts;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace GreenFactory.Application.Accounts;

/// <summary>Sends the letter by which a password is set anew, if there is such an account; the answer is the same either way.</summary>
public sealed class RequestPasswordResetHandler(UserManager<PortalUser> users, AttemptGate gate, ProcessRunner runner)
{
    /// <summary>Sends the letter, unless too many were asked for.</summary>
    /// <param name="email">The address as typed.</param>
    /// <param name="links">Makes the links of letters.</param>
    /// <param name="browser">The browser from which it is asked.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Result> HandleAsync(string email, IAccountLinks links, AskingBrowser browser, CancellationToken cancellation)
    {
        var address = ComparableText.Visible(email);
        var user = await users.FindByEmailAsync(address);
        var attempt = await gate.TakeAsync(AttemptDoor.ResetLetter, users.NormalizeEmail(address) ?? "", browser.SourceFor(user?.Id), cancellation);
        return attempt.MayTry ? await SendAsync(user, links, browser, cancellation) : attempt.TooEarly;
    }

    private Task<Result> SendAsync(PortalUser? known, IAccountLinks links, AskingBrowser browser, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.RequestPasswordReset,
        null,
        async process =>
        {
            if (known is { EmailConfirmed: true } user)
            {
                var link = links.Reset(user.Id, await users.GeneratePasswordResetTokenAsync(user));
                process.Enqueue(MailToSend.Kind, new MailToSend(
                    user.Email!,
                    user.PersonName,
                    "重设密码",
                    $"{user.PersonName}：\n\n请打开下面的链接设置新密码，24小时内有效，只能用一次：\n{link}\n\n如果不是您本人操作，不必理会，原密码仍然有效。",
                    Ticket: browser.TicketFor(user.Id)));
            }

            process.Record(EventKind.PasswordResetAsked, "有人申请重设密码", new { user = known?.Id });
            return Result.Success;
        },
        cancellation);
}
