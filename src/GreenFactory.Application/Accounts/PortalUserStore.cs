using System.Security.Cryptography;
using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Domain.Users;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Accounts;

/// <summary>
/// Accounts as the sign-in framework asks for them. At the account desk, where nobody is signed in yet, the database shows one account at a time: the store opens it
/// first. Secrets of the second factor lie encrypted, and a recovery code is used up in the database itself.
/// </summary>
public sealed class PortalUserStore(PortalDbContext db, CurrentAccess access, IDataProtectionProvider protection, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<PortalUser, PortalDbContext, Guid>(db, describer)
{
    private const string Provider = "[AspNetUserStore]";
    private const string RecoveryCodes = "RecoveryCodes";

    private bool AtTheDoor => access.Scope is { Desk: Desk.Account, IsVouched: false };

    /// <inheritdoc/>
    public override async Task<PortalUser?> FindByIdAsync(string userId, CancellationToken cancellationToken = default)
    {
        if (Guid.TryParse(userId, out var account))
        {
            await OpenAsync(account, cancellationToken);
        }

        return await base.FindByIdAsync(userId, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<PortalUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken = default) =>
        AtTheDoor ? await FindOpenedAsync(normalizedEmail, cancellationToken) : await base.FindByEmailAsync(normalizedEmail, cancellationToken);

    /// <inheritdoc/>
    public override async Task<PortalUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken = default) =>
        AtTheDoor ? await FindOpenedAsync(normalizedUserName, cancellationToken) : await base.FindByNameAsync(normalizedUserName, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IdentityResult> CreateAsync(PortalUser user, CancellationToken cancellationToken = default)
    {
        await OpenAsync(user.Id, cancellationToken);
        return await base.CreateAsync(user, cancellationToken);
    }

    /// <summary>Stores an account; one that is only opened stays as it is.</summary>
    public override Task<IdentityResult> UpdateAsync(PortalUser user, CancellationToken cancellationToken = default)
    {
        if (!AtTheDoor || access.Scope.User?.Value == user.Id)
        {
            return base.UpdateAsync(user, cancellationToken);
        }

        Context.Entry(user).State = EntityState.Unchanged;
        return Task.FromResult(IdentityResult.Success);
    }

    /// <summary>
    /// Counts nothing: a wrong password or code makes whoever types it wait (<see cref="Attempts.AttemptGate"/>). A count in the account's row would let somebody's
    /// wrong code fail the right one that arrives at the same moment.
    /// </summary>
    /// <returns>0.</returns>
    public override Task<int> IncrementAccessFailedCountAsync(PortalUser user, CancellationToken cancellationToken = default) => Task.FromResult(0);

    /// <inheritdoc/>
    public override async Task<string?> GetTokenAsync(PortalUser user, string loginProvider, string name, CancellationToken cancellationToken) =>
        Reveal(user, name, await base.GetTokenAsync(user, loginProvider, name, cancellationToken));

    /// <inheritdoc/>
    public override Task SetTokenAsync(PortalUser user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : Protector(user, name).Protect(value), cancellationToken);

    /// <summary>Uses up a recovery code: of several who bring the same one at the same time, one succeeds.</summary>
    public override async Task<bool> RedeemCodeAsync(PortalUser user, string code, CancellationToken cancellationToken)
    {
        var row = Context.Set<IdentityUserToken<Guid>>().Where(token => token.UserId == user.Id && token.LoginProvider == Provider && token.Name == RecoveryCodes);
        while (true)
        {
            var stored = await row.AsNoTracking().Select(token => token.Value).FirstOrDefaultAsync(cancellationToken);
            var codes = (Reveal(user, RecoveryCodes, stored) ?? "").Split(';');
            if (!codes.Contains(code))
            {
                return false;
            }

            var left = Protector(user, RecoveryCodes).Protect(string.Join(';', codes.Where(other => other != code)));
            if (await row.Where(token => token.Value == stored).ExecuteUpdateAsync(set => set.SetProperty(token => token.Value, left), cancellationToken) == 1)
            {
                return true;
            }
        }
    }

    private async Task OpenAsync(Guid account, CancellationToken cancellation)
    {
        if (!AtTheDoor || access.Scope.User?.Value == account || access.OpenedAccount == account)
        {
            return;
        }

        access.OpenAccount(account);
        if (Context.Database.CurrentTransaction is not null)
        {
            await Context.Database.ExecuteSqlAsync($"select gf.open_account({account})", cancellation);
        }
    }

    private async Task<PortalUser?> FindOpenedAsync(string address, CancellationToken cancellation)
    {
        var found = await Context.Database.SqlQuery<Guid?>($"select gf.open_account_of({address}) as \"Value\"").ToListAsync(cancellation);
        access.OpenAccount(found[0]);
        // An address that nobody has costs the same queries as one that somebody has.
        return await base.FindByIdAsync((found[0] ?? Guid.NewGuid()).ToString(), cancellation);
    }

    private IDataProtector Protector(PortalUser user, string name) => protection.CreateProtector("second-factor", user.Id.ToString(), name);

    /// <summary>The secret, or null when it cannot be read: the keys it was encrypted by are gone.</summary>
    private string? Reveal(PortalUser user, string name, string? stored)
    {
        try
        {
            return string.IsNullOrEmpty(stored) ? stored : Protector(user, name).Unprotect(stored);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
