using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace GreenFactory.Web.Hosting;

/// <summary>
/// What a proxy in front says of a request (<c>X-Forwarded-For</c>, <c>X-Forwarded-Proto</c>) is believed from the addresses under <c>Proxy:Known</c> only: addresses or
/// networks, separated by commas; the machine itself where nothing is set. The host that a caller names is never taken from a header of the proxy.
/// </summary>
public static class ReverseProxy
{
    private static readonly string[] Marks = ["X-Forwarded-For", ForwardedHeadersDefaults.XOriginalForHeaderName, "Forwarded"];

    /// <summary>Reads whom to believe, and sends cookies by https only where the public address is https.</summary>
    /// <exception cref="InvalidOperationException"><c>Proxy:Known</c> has an entry that is neither an address nor a network.</exception>
    public static void AddReverseProxy(this WebApplicationBuilder builder)
    {
        var publicAddress = PublicAddress.Read(builder.Configuration);
        builder.Services.AddSingleton(publicAddress);
        builder.Services.Configure<CookiePolicyOptions>(options => options.Secure = publicAddress.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None);
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            if (builder.Configuration["Proxy:Known"] is { Length: > 0 } known)
            {
                options.KnownProxies.Clear();
                options.KnownIPNetworks.Clear();
                foreach (var entry in known.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                {
                    Believe(options, entry);
                }
            }
        });
    }

    /// <summary>Whether a request says that it came through a proxy, believed or not.</summary>
    public static bool IsForwarded(this HttpRequest request) => Marks.Any(request.Headers.ContainsKey);

    private static void Believe(ForwardedHeadersOptions options, string entry)
    {
        if (IPAddress.TryParse(entry, out var address))
        {
            options.KnownProxies.Add(address);
        }
        else if (System.Net.IPNetwork.TryParse(entry, out var network))
        {
            options.KnownIPNetworks.Add(network);
        }
        else
        {
            throw new InvalidOperationException($"Proxy:Known must hold addresses or networks such as 10.0.0.0/8, not '{entry}'.");
        }
    }
}
