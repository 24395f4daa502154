using GreenFactory.Application.Messages;
using GreenFactory.Domain.Shared;

namespace GreenFactory.Testing.Cases;

/// <summary>Links where there are no pages: the place and what is meant there, readable.</summary>
internal sealed class NamedPlaces : IPortalLinks
{
    /// <inheritdoc/>
    public Task<string> AddressAsync(Destination destination, MunicipalityId municipality, CancellationToken cancellation) =>
        Task.FromResult($"https://portal.example/{destination.Place}/{destination.Key}");
}
