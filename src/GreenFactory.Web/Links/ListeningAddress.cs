using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GreenFactory.Web.Links;

/// <summary>The address on which the portal listens, for links where no public address is set.</summary>
internal static class ListeningAddress
{
    /// <summary>The first address of the server, by a name that this machine reaches.</summary>
    public static string Of(IServer server) =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address && BindingAddress.Parse(address) is var binding
            ? $"{binding.Scheme}://{(IPAddress.TryParse(binding.Host.Trim('[', ']'), out var ip) && !IsAny(ip) ? binding.Host : "localhost")}:{binding.Port}"
            : "http://localhost";

    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
}
