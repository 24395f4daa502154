using Microsoft.AspNetCore.Authentication.Cookies;

namespace GreenFactory.Web.Access;

/// <summary>Sign-in cookies carry the municipality in their name: one browser can be signed in to two without one ending the other.</summary>
internal sealed class MunicipalityCookies : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, Name(context, key));

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) => cookies.AppendResponseCookie(context, Name(context, key), value, options);

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) => cookies.DeleteCookie(context, Name(context, key), options);

    /// <summary>Whoever asks how the machine is asks for no municipality, and nobody is signed in there.</summary>
    private static string Name(HttpContext context, string key) => TenantMiddleware.Find(context) is { } municipality ? $"{key}_{municipality.Code}" : key;
}
