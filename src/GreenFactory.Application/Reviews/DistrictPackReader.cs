using GreenFactory.Application.Data;
using GreenFactory.Domain.Reviews;
using GreenFactory.Scoring.Json;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Reviews;

/// <summary>A sealed pack.</summary>
/// <param name="Pack">The stored row.</param>
/// <param name="Content">What it reports.</param>
/// <param name="Intact">Whether the content still has the stored hash.</param>
public sealed record SealedPack(DistrictPack Pack, PackContent Content, bool Intact);

/// <summary>Reads sealed packs, for the district and the city. One query.</summary>
public sealed class DistrictPackReader(PortalDbContext db)
{
    /// <summary>The pack, or null when this person does not see it.</summary>
    public async Task<SealedPack?> ReadAsync(DistrictPackId id, CancellationToken cancellation) =>
        await db.DistrictPacks.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is { } pack
            ? new SealedPack(pack, PackContent.Read(pack.Content), CanonicalJson.Hash(pack.Content) == pack.ContentHash)
            : null;
}
