using GreenFactory.Application.Attempts;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace GreenFactory.Application.Accounts;

/// <summary>Sends the confirmation letter again, if there is an account that waits for it; the answer is the same either way.</summary>
public sealed class ResendConfirmationHandler(UserManager<PortalUser> users, AttemptGate gate, ProcessRunner runner)
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
        var attempt = await gate.TakeAsync(AttemptDoor.RegistrationLetter, users.NormalizeEmail(address) ?? "", browser.SourceFor(user?.Id), cancellation);
        return attempt.MayTry ? await SendAsync(user, links, browser, cancellation) : attempt.TooEarly;
    }

    private Task<Result> SendAsync(PortalUser? known, IAccountLinks links, AskingBrowser browser, CancellationToken cancellation) => runner.RunAsync(
        ProcessKind.ResendConfirmation,
        null,
        async process =>
        {
            if (known is { EmailConfirmed: false } user)
            {
                process.Enqueue(MailToSend.Kind, ConfirmationLetter.Write(user, links.Confirm(user.Id, await users.GenerateEmailConfirmationTokenAsync(user)), browser.TicketFor(user.Id)));
            }

            process.Record(EventKind.ConfirmationAsked, "有人申请重发确认邮件", new { user = known?.Id });
            return Result.Success;
        },
        cancellation);
}
