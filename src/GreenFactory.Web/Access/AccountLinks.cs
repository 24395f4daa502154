using System.Text;
using GreenFactory.Application.Accounts;
using Microsoft.AspNetCore.WebUtilities;

namespace GreenFactory.Web.Access;

/// <summary>Writes the links of letters: below <c>Portal:PublicAddress</c> where it is set, else below the address of the request.</summary>
internal sealed class AccountLinks(IHttpContextAccessor contexts, LinkGenerator links, IConfiguration configuration) : IAccountLinks
{
    /// <inheritdoc/>
    public string SignIn() => To("/Account/SignIn", null);

    /// <inheritdoc/>
    public string Forgot() => To("/Account/Forgot", null);

    /// <inheritdoc/>
    public string Register() => To("/Account/Register", null);

    /// <inheritdoc/>
    public string Confirm(Guid user, string token) => To("/Account/Confirm", new { user, token = Encode(token) });

    /// <inheritdoc/>
    public string Reset(Guid user, string token) => To("/Account/Reset", new { user, token = Encode(token) });

    /// <summary>The token of a link, or an empty text when it was damaged on its way.</summary>
    public static string Decode(string? token)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(token ?? ""));
        }
        catch (FormatException)
        {
            return "";
        }
    }

    private static string Encode(string token) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token));

    private string To(string page, object? values)
    {
        var context = contexts.HttpContext!;
        var root = configuration["Portal:PublicAddress"]?.TrimEnd('/') ?? $"{context.Request.Scheme}://{context.Request.Host}";
        return root + links.GetPathByPage(context, page, values: values);
    }
}
