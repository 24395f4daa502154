using GreenFactory.Domain.Shared;

namespace GreenFactory.Application.Messages;

/// <summary>Addresses of pages for letters; a port, because only the web knows its pages and where it is reached.</summary>
public interface IPortalLinks
{
    /// <summary>The whole address of a destination, for a letter of a municipality.</summary>
    Task<string> AddressAsync(Destination destination, MunicipalityId municipality, CancellationToken cancellation);
}
