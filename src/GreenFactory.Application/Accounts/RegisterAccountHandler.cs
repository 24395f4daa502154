using GreenFactory.Application.Access;
using GreenFactory.Application.Attempts;
using GreenFactory.Application.Audit;
using GreenFactory.Application.Outbox;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.Identity;

namespace GreenFactory.Application.Accounts;

/// <summary>A person opens an account.</summary>
/// <param name="PersonName">The person's name.</param>
/// <param name="Email">E-mail address, which is the sign-in name.</param>
/// <param name="Phone">Telephone number.</param>
/// <param name="Password">Password.</param>
public sealed record RegisterAccount(string PersonName, string Email, string Phone, string Password);

/// <summary>Opens accounts. Whether an address is known already is told only to that address.</summary>
public sealed class RegisterAccountHandler(UserManager<PortalUser> users, AttemptGate gate, CurrentAccess access, ProcessRunner runner)
{
    /// <summary>Opens the account and sends the letter that confirms its address.</summary>
    /// <param name="command">The account.</param>
    /// <param name="links">Makes the links of letters.</param>
    /// <param name="browser">The browser from which it is asked.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Result> HandleAsync(RegisterAccount command, IAccountLinks links, AskingBrowser browser, CancellationToken cancellation)
    {
        var email = MailboxName.Read(command.Email);
        var user = new PortalUser
        {
            Id = Guid.NewGuid(),
            MunicipalityId = access.Scope.Municipality,
            UserName = email,
            Email = email,
            PersonName = ComparableText.Visible(command.PersonName),
            PhoneNumber = ComparableText.Visible(command.Phone),
        };
        if (Unusable(user) is { Count: > 0 } unusable)
        {
            return Result.Failure(unusable);
        }

        if (await WeaknessesAsync(user, command.Password) is { Count: > 0 } weaknesses)
        {
            return Result.Failure(weaknesses);
        }

        var attempt = await gate.TakeAsync(AttemptDoor.RegistrationLetter, users.NormalizeEmail(email) ?? "", browser.SourceFor(null), cancellation);
        if (!attempt.MayTry)
        {
            return attempt.TooEarly;
        }

        return await runner.RunAsync(
            ProcessKind.RegisterAccount,
            null,
            async process =>
            {
                if (await users.FindByEmailAsync(email) is { } known)
                {
                    // As much work as opening an account, so that the time taken tells nothing.
                    users.PasswordHasher.HashPassword(known, command.Password);
                    process.Enqueue(MailToSend.Kind, new MailToSend(
                        email,
                        known.PersonName,
                        "您已有账号",
                        $"{known.PersonName}：\n\n有人用这个邮箱注册，但它已有账号。请直接登录：\n{links.SignIn()}\n\n忘记密码：\n{links.Forgot()}\n\n如果不是您本人操作，不必理会。",
                        Ticket: browser.TicketFor(null)));
                    return Result.Success;
                }

                var created = await users.CreateAsync(user, command.Password);
                if (!created.Succeeded)
                {
                    return new Error("account.not_created", "账号未能建立，请核对邮箱后重试。", nameof(command.Email));
                }

                process.Enqueue(MailToSend.Kind, ConfirmationLetter.Write(user, links.Confirm(user.Id, await users.GenerateEmailConfirmationTokenAsync(user)), browser.TicketFor(null)));
                process.Record(EventKind.AccountRegistered, "注册了新账号", new { user = user.Id });
                return Result.Success;
            },
            cancellation);
    }

    private static List<Error> Unusable(PortalUser user) =>
    [
        .. user.PersonName.Length > 0 ? [] : new[] { new Error("account.name", "请填写姓名。", nameof(RegisterAccount.PersonName)) },
        .. MailboxName.IsWhole(user.Email) ? [] : new[] { new Error("account.email", MailboxName.HowToWrite, nameof(RegisterAccount.Email)) },
        .. TelephoneNumber.CanBeDialled(user.PhoneNumber) ? [] : new[] { new Error("account.phone", TelephoneNumber.HowToWrite, nameof(RegisterAccount.Phone)) },
    ];

    private async Task<List<Error>> WeaknessesAsync(PortalUser user, string password)
    {
        var errors = new List<Error>();
        foreach (var validator in users.PasswordValidators)
        {
            var outcome = await validator.ValidateAsync(users, user, password);
            errors.AddRange(outcome.Errors.Select(_ => PasswordRules.Weak));
        }

        return [.. errors.Distinct()];
    }
}
