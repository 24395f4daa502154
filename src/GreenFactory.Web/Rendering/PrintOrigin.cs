using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GreenFactory.Web.Rendering;

/// <summary>Where the printing browser finds the styles of a document: the portal itself, on this machine.</summary>
internal static class PrintOrigin
{
    /// <summary>The address; null where the server listens nowhere.</summary>
    public static Uri? Of(IServer server) => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
        ? new Uri(address.Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal))
        : null;
}
