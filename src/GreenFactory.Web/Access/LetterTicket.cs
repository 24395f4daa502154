using System.Security.Cryptography;
using System.Text;
using GreenFactory.Application.Accounts;
using GreenFactory.Domain.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace GreenFactory.Web.Access;

/// <summary>
/// Ties a letter to the browser that asked for it by a signed cookie, so that the page on which a person waits can say that it could not be delivered.
/// A stranger learns nothing: registering always sends a letter, and a letter that only goes to an existing account has a ticket only where the person has
/// signed in or registered from the same browser before.
/// </summary>
internal sealed class LetterTicket(IDataProtectionProvider protection, IHttpContextAccessor contexts, KnownBrowser browser)
{
    private const string Cookie = "gf_letter";
    private const int KeyBytes = 16;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("GreenFactory.LetterTicket").ToTimeLimitedDataProtector();

    /// <summary>The ticket this browser holds, or null.</summary>
    public Guid? Held() => Read()?.Ticket;

    /// <summary>A browser that registers an address.</summary>
    public AskingBrowser ForRegistering(string address) => new(browser.SourceFor, _ => For(address));

    /// <summary>A browser that asks for another letter of confirmation.</summary>
    public AskingBrowser ForConfirming(string address) => new(browser.SourceFor, _ => Read() is { } held && held.Address == Hash(address) ? held.Ticket : null);

    /// <summary>A browser that asks for a new password.</summary>
    public AskingBrowser ForResetting(string address) => new(browser.SourceFor, person => person is { } key && browser.Knows(key) ? For(address) : null);

    private static string Hash(string address) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ComparableText.Visible(address).ToUpperInvariant()))[..KeyBytes]);

    private static string Name(HttpContext context) => $"{Cookie}_{TenantMiddleware.Current(context).Code}";

    private Guid For(string address)
    {
        var context = contexts.HttpContext!;
        var hash = Hash(address);
        var ticket = Read() is { } held && held.Address == hash ? held.Ticket : Guid.NewGuid();
        context.Response.Cookies.Append(
            Name(context), protector.Protect($"{ticket:N}{hash}", Kept), new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = Kept });
        return ticket;
    }

    private (Guid Ticket, string Address)? Read()
    {
        var context = contexts.HttpContext!;
        try
        {
            return context.Request.Cookies[Name(context)] is { Length: > 0 } value && protector.Unprotect(value) is var text && Guid.TryParseExact(text[..32], "N", out var ticket)
                ? (ticket, text[32..])
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
