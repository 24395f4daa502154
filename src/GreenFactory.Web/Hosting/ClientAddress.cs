using System.Net;
using System.Net.Sockets;

namespace GreenFactory.Web.Hosting;

/// <summary>The network address of a caller as limits count it: one IPv4 address, or the /64 network that one household or office gets by IPv6.</summary>
internal static class ClientAddress
{
    private const int NetworkBytes = 8;

    /// <summary>The address, or the network, of the caller.</summary>
    public static string Of(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } address)
        {
            return "none";
        }

        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily is AddressFamily.InterNetwork
            ? plain.ToString()
            : $"{new IPAddress([.. plain.GetAddressBytes()[..NetworkBytes], .. new byte[NetworkBytes]])}/64";
    }
}
