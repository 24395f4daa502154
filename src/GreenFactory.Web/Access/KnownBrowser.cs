using System.Security.Cryptography;
using GreenFactory.Application.Attempts;
using GreenFactory.Web.Hosting;
using Microsoft.AspNetCore.DataProtection;

namespace GreenFactory.Web.Access;

/// <summary>
/// Remembers in a signed cookie who has signed in from this browser, so that wrong passwords typed elsewhere hold nobody up at their own desk.
/// The cookie opens nothing: password and second factor are asked as ever.
/// </summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection, IHttpContextAccessor contexts)
{
    private const string Cookie = "gf_browser";
    private const int MostPersons = 10;

    /// <summary>Browsers keep no cookie longer than this.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    private readonly IDataProtector protector = protection.CreateProtector("GreenFactory.KnownBrowser");

    /// <summary>From where the present request comes, for tries of this account.</summary>
    /// <param name="person">Key of the account; null when there is none.</param>
    public AttemptSource SourceFor(Guid? person)
    {
        var context = contexts.HttpContext!;
        return person is { } key && Read(context) is [var browser, .. var persons] && persons.Contains(key)
            ? new AttemptSource($"browser:{browser:N}", IsKnownBrowser: true)
            : new AttemptSource($"address:{ClientAddress.Of(context)}", IsKnownBrowser: false);
    }

    /// <summary>Whether somebody has signed in from this browser before.</summary>
    public bool Knows(Guid person) => SourceFor(person).IsKnownBrowser;

    /// <summary>What limits of a whole address count instead, when somebody has signed in from this browser before.</summary>
    public string? Key() => Read(contexts.HttpContext!) is [var browser, ..] ? browser.ToString("N") : null;

    /// <summary>Notes that a person has signed in, with everything that was asked.</summary>
    public void Remember(Guid person)
    {
        var context = contexts.HttpContext!;
        Guid[] known = Read(context) is [var browser, .. var persons]
            ? [browser, person, .. persons.Where(other => other != person).Take(MostPersons - 1)]
            : [Guid.NewGuid(), person];
        var value = Convert.ToBase64String(protector.Protect([.. known.SelectMany(key => key.ToByteArray())]));
        context.Response.Cookies.Append(Name(context), value, new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, MaxAge = Kept });
    }

    private static string Name(HttpContext context) => $"{Cookie}_{TenantMiddleware.Current(context).Code}";

    /// <summary>The key of the browser, then of the persons known, the latest first; empty without a cookie of ours.</summary>
    private Guid[] Read(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[Name(context)] is { Length: > 0 } value
                ? [.. protector.Unprotect(Convert.FromBase64String(value)).Chunk(16).Select(bytes => new Guid(bytes))]
                : [];
        }
        catch (Exception refused) when (refused is FormatException or CryptographicException or ArgumentException)
        {
            return [];
        }
    }
}
