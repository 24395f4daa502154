using System.Globalization;
using GreenFactory.Web.Links;

namespace GreenFactory.Web.Hosting;

/// <summary>Whom to tell of a weakness, as programs look for it (RFC 9116); <c>Portal:SecurityContact</c> names the contact.</summary>
public static class SecurityText
{
    private const string Address = "/.well-known/security.txt";
    private const int DaysValid = 180;

    /// <summary>Maps the file; where no contact is set there is none.</summary>
    /// <exception cref="InvalidOperationException">The contact is not an address of https, mailto or tel.</exception>
    public static void MapSecurityText(this WebApplication app)
    {
        var contact = app.Configuration["Portal:SecurityContact"];
        if (string.IsNullOrWhiteSpace(contact))
        {
            return;
        }

        if (!Uri.TryCreate(contact, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "mailto" or "tel"))
        {
            throw new InvalidOperationException($"Portal:SecurityContact must begin with https://, mailto: or tel:, not '{contact}'.");
        }

        app.MapGet(Address, (PortalLinks links, TimeProvider clock, HttpContext context) => Results.Text(
            $"Contact: {address.OriginalString}\nExpires: {clock.GetUtcNow().UtcDateTime.Date.AddDays(DaysValid).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\n"
            + $"Preferred-Languages: zh-CN, en\nCanonical: {links.Home(context)}{Address}\n")).AllowAnonymous().ExcludeFromDescription();
    }
}
