using System.Net;
using System.Text;
using GreenFactory.Application.Accounts;
using GreenFactory.Web.Hosting;
using GreenFactory.Web.Links;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.WebUtilities;

namespace GreenFactory.Web.Access;

/// <summary>
/// Writes the links of letters: below <c>Portal:PublicAddress</c> where it is set. Elsewhere the host that a caller names is believed only if it is this machine, the
/// address that was connected to, or the host of the municipality; else links lead to the address on which the portal listens.
/// </summary>
internal sealed class AccountLinks(IHttpContextAccessor contexts, LinkGenerator links, PublicAddress publicAddress, IServer server) : IAccountLinks
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
        var root = publicAddress.Root ?? (IsOwn(context) ? $"{context.Request.Scheme}://{context.Request.Host}" : ListeningAddress.Of(server));
        return root + links.GetPathByPage(context, page, values: values);
    }

    private static bool IsOwn(HttpContext context)
    {
        var host = context.Request.Host.Host;
        return string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
            || string.Equals(host, TenantMiddleware.Current(context).Host, StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out var address) && (IPAddress.IsLoopback(address) || address.Equals(context.Connection.LocalIpAddress)));
    }
}
