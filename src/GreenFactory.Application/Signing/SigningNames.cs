namespace GreenFactory.Application.Signing;

/// <summary>How logs of this deployment are called.</summary>
/// <param name="Host">Host name under which people reach the portal, or a stable name of the deployment.</param>
public sealed record SigningNames(string Host)
{
    /// <summary>Origin of a municipality's log of events; it is also the name of its key.</summary>
    public string OriginOf(string municipality) => $"{Host}/{municipality}/events";
}
