using GreenFactory.Application.Data;
using GreenFactory.Application.Honours;
using GreenFactory.Application.Messages;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.RuleLibrary;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.PublicSite;

/// <summary>What a hash belongs to.</summary>
/// <param name="Kind">公示名单, 发布名单, 名单中的一行 or 规则集.</param>
/// <param name="Title">Its title, as it was signed.</param>
/// <param name="Destination">Its page.</param>
/// <param name="Fault">Why the list is not believed; null when it is.</param>
public sealed record KnownHash(string Kind, string Title, Destination Destination, string? Fault = null);

/// <summary>Finds the public document that has a hash or a Merkle root, and checks it; at most four queries.</summary>
public sealed class HashLookupQuery(PortalDbContext db, MunicipalityCodeReader codes, ListVerifier verifier)
{
    private const int HashLength = 64;

    /// <summary>Whether a text has the form of a SHA-256: 64 hexadecimal digits.</summary>
    public static bool IsHash(string text) => text.Length == HashLength && text.All(char.IsAsciiHexDigit);

    /// <summary>The document, or null.</summary>
    public async Task<KnownHash?> FindAsync(string hash, CancellationToken cancellation)
    {
        var wanted = hash.ToLowerInvariant();
        var municipality = await codes.ReadAsync(cancellation);
        if (await db.Publications.AsNoTracking().FirstOrDefaultAsync(row => row.ContentHash == wanted || row.MerkleRoot == wanted, cancellation) is { } publication)
        {
            var check = verifier.Check(municipality, publication.Document, publication.ContentHash, publication.MerkleRoot, publication.Signature);
            return new KnownHash("发布名单", check.Document?.Heading.Title ?? publication.Title, Destination.Publication(publication.Id.Value), check.Fault);
        }

        if (await db.Notices.AsNoTracking().FirstOrDefaultAsync(row => row.ContentHash == wanted || row.MerkleRoot == wanted, cancellation) is { } notice)
        {
            var check = verifier.Check(municipality, notice.Document, notice.ContentHash, notice.MerkleRoot, notice.Signature);
            return new KnownHash("公示名单", check.Document?.Heading.Title ?? notice.Title, Destination.PublicNotice(notice.Id.Value), check.Fault);
        }

        if (await db.PublicationRows.AsNoTracking().Where(row => row.LeafHash == wanted)
            .Join(db.Publications, row => row.PublicationId, list => list.Id, (row, list) => list).FirstOrDefaultAsync(cancellation) is { } listed)
        {
            var check = verifier.Check(municipality, listed.Document, listed.ContentHash, listed.MerkleRoot, listed.Signature);
            var row = check.Document?.Rows.FirstOrDefault(line => MerkleTree.LeafHash(line.Canonical()) == wanted);
            return new KnownHash("名单中的一行", row?.Name ?? wanted, Destination.Certificate(row?.CertificateNumber ?? ""), row is null ? "这一行不在签名的名单中。" : check.Fault);
        }

        return await db.RuleSetVersions
            .Where(row => row.ContentHash == wanted && (row.State == RuleSetState.Published || row.State == RuleSetState.Retired))
            .Select(row => new KnownHash("规则集", row.Title + " " + row.Version, Destination.RuleSet(row.RuleSetId, row.Version), null))
            .FirstOrDefaultAsync(cancellation);
    }
}
