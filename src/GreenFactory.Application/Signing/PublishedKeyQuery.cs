using GreenFactory.Application.Ports.Signing;
using GreenFactory.Domain.Honours;

namespace GreenFactory.Application.Signing;

/// <summary>The pinned keys of the municipality, as they are published; no query after the first.</summary>
public sealed class PublishedKeyQuery(ITrustedKeys trusted, MunicipalityCodeReader codes)
{
    /// <summary>All keys, those of the past among them, the newest first.</summary>
    public async Task<IReadOnlyList<PinnedKey>> AllAsync(CancellationToken cancellation)
    {
        var municipality = await codes.ReadAsync(cancellation);
        return [.. trusted.All.Where(key => key.Municipality == municipality).OrderByDescending(key => key.From)];
    }

    /// <summary>The keys that sign lists.</summary>
    public async Task<IReadOnlyList<PinnedKey>> ForListsAsync(CancellationToken cancellation) =>
        [.. (await AllAsync(cancellation)).Where(key => key.Use is SigningPurpose.Lists)];
}
