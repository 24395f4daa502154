using GreenFactory.Application.Audit;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace GreenFactory.Application.Accounts;

/// <summary>Sends the confirmation letter again, if there is an account that waits for it; the answer is the same either way.</summary>
public sealed class ResendConfirmationHandler(UserManager<PortalUser> users, ProcessRunner runner)
{
    /// <summary>Sends the letter.</summary>
    public Task<Result> HandleAsync(string email, IAccountLinks links, CancellationToken cancellation) => runner.RunAsync(
        "ResendConfirmation",
        null,
        async process =>
        {
            if (await users.FindByEmailAsync(ComparableText.Visible(email)) is { EmailConfirmed: false } user)
            {
                process.Enqueue(MailToSend.Kind, ConfirmationLetter.Write(user, links.Confirm(user.Id, await users.GenerateEmailConfirmationTokenAsync(user))));
            }

            return Result.Success;
        },
        cancellation);
}
