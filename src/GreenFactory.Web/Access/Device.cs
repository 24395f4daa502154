using System.Net;
using System.Net.Sockets;

namespace GreenFactory.Web.Access;

/// <summary>How a device is named in the list of sessions.</summary>
internal static class Device
{
    private static readonly (string Mark, string Word)[] Browsers =
        [("MicroMessenger", "微信"), ("Edg/", "Edge"), ("Firefox/", "Firefox"), ("OPR/", "Opera"), ("Chrome/", "Chrome"), ("Safari/", "Safari")];

    private static readonly (string Mark, string Word)[] Systems =
        [("HarmonyOS", "鸿蒙"), ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS X", "macOS"), ("Linux", "Linux")];

    /// <summary>Browser and system in words.</summary>
    public static string Describe(string? userAgent)
    {
        var agent = userAgent ?? "";
        var browser = Browsers.FirstOrDefault(entry => agent.Contains(entry.Mark, StringComparison.Ordinal)).Word ?? "其他浏览器";
        var system = Systems.FirstOrDefault(entry => agent.Contains(entry.Mark, StringComparison.Ordinal)).Word ?? "其他系统";
        return $"{browser} · {system}";
    }

    /// <summary>The network address without its last part (IPv4) or its last half (IPv6): enough to recognise, too little to find a person.</summary>
    public static string Shorten(IPAddress? address)
    {
        if (address is null)
        {
            return "未知";
        }

        var bytes = (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).GetAddressBytes();
        return address.AddressFamily is AddressFamily.InterNetwork || address.IsIPv4MappedToIPv6
            ? $"{bytes[0]}.{bytes[1]}.{bytes[2]}.*"
            : $"{new IPAddress([.. bytes[..8], .. new byte[8]])}*";
    }
}
