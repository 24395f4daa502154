using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.PublicSite;

/// <summary>A signed list as it can be downloaded.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Document">Canonical JSON that was signed.</param>
/// <param name="Sha256">Hash of the document, in hexadecimal.</param>
/// <param name="MerkleRoot">Root over its rows, in hexadecimal.</param>
/// <param name="Signature">ECDSA P-256 signature over the document with SHA-256, in Base64.</param>
/// <param name="PublicKeyPem">The key that verifies it.</param>
public sealed record SignedList(string Title, string Document, string Sha256, string MerkleRoot, string Signature, string PublicKeyPem);

/// <summary>Reads signed lists. One query, two when a hash is looked for among both kinds.</summary>
public sealed class SignedListQuery(PortalDbContext db)
{
    /// <summary>The list of a notice, or null.</summary>
    public Task<SignedList?> NoticeAsync(NoticeId id, CancellationToken cancellation) => Notices(db.Notices.Where(row => row.Id == id)).FirstOrDefaultAsync(cancellation);

    /// <summary>The list of a publication, or null.</summary>
    public Task<SignedList?> PublicationAsync(PublicationId id, CancellationToken cancellation) => Publications(db.Publications.Where(row => row.Id == id)).FirstOrDefaultAsync(cancellation);

    /// <summary>The list whose document has this hash, or, failing that, the one that claims this root.</summary>
    public async Task<SignedList?> FindAsync(string sha256, string? merkleRoot, CancellationToken cancellation) =>
        await Publications(db.Publications.Where(row => row.ContentHash == sha256 || row.MerkleRoot == merkleRoot)).FirstOrDefaultAsync(cancellation)
        ?? await Notices(db.Notices.Where(row => row.ContentHash == sha256 || row.MerkleRoot == merkleRoot)).FirstOrDefaultAsync(cancellation);

    private static IQueryable<SignedList> Notices(IQueryable<Notice> rows) =>
        rows.Select(row => new SignedList(row.Title, row.Document, row.ContentHash, row.MerkleRoot, row.Signature, row.PublicKeyPem));

    private static IQueryable<SignedList> Publications(IQueryable<Publication> rows) =>
        rows.Select(row => new SignedList(row.Title, row.Document, row.ContentHash, row.MerkleRoot, row.Signature, row.PublicKeyPem));
}
