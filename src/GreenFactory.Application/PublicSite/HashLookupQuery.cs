using GreenFactory.Application.Data;
using GreenFactory.Domain.RuleLibrary;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.PublicSite;

/// <summary>What a hash belongs to.</summary>
/// <param name="Kind">公示名单, 发布名单, 名单中的一行 or 规则集.</param>
/// <param name="Title">Its title.</param>
/// <param name="Path">Its page, from the root of the municipality.</param>
public sealed record KnownHash(string Kind, string Title, string Path);

/// <summary>Finds the public document that has a hash or a Merkle root; at most four queries.</summary>
public sealed class HashLookupQuery(PortalDbContext db)
{
    private const int HashLength = 64;

    /// <summary>Whether a text has the form of a SHA-256: 64 hexadecimal digits.</summary>
    public static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigit);

    /// <summary>The document, or null.</summary>
    public async Task<KnownHash?> FindAsync(string hash, CancellationToken cancellation)
    {
        var wanted = hash.ToLowerInvariant();
        if (await db.Publications.Where(row => row.ContentHash == wanted || row.MerkleRoot == wanted).Select(row => new { row.Id, row.Title }).FirstOrDefaultAsync(cancellation) is { } publication)
        {
            return new KnownHash("发布名单", publication.Title, $"/publications/{publication.Id.Value:N}");
        }

        if (await db.Notices.Where(row => row.ContentHash == wanted || row.MerkleRoot == wanted).Select(row => new { row.Id, row.Title }).FirstOrDefaultAsync(cancellation) is { } notice)
        {
            return new KnownHash("公示名单", notice.Title, $"/notices/{notice.Id.Value:N}");
        }

        if (await db.PublicationRows.Where(row => row.LeafHash == wanted)
            .Join(db.GreenUnits, row => row.GreenUnitId, unit => unit.Id, (_, unit) => new { unit.Id, unit.Name }).FirstOrDefaultAsync(cancellation) is { } unit)
        {
            return new KnownHash("名单中的一行", unit.Name, $"/register/{unit.Id.Value:N}");
        }

        return await db.RuleSetVersions
            .Where(row => row.ContentHash == wanted && (row.State == RuleSetState.Published || row.State == RuleSetState.Retired))
            .Select(row => new KnownHash("规则集", row.Title + " " + row.Version, "/rules/" + row.RuleSetId + "/" + row.Version))
            .FirstOrDefaultAsync(cancellation);
    }
}
