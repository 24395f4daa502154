using GreenFactory.Application.Data;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Everything by which anybody can check that a unit stands in a signed list.</summary>
/// <param name="Row">Canonical JSON of the row.</param>
/// <param name="Proof">Neighbours from the row to the root.</param>
/// <param name="RowHolds">Whether row and proof lead to the signed root.</param>
/// <param name="DocumentHolds">Whether the document has its hash and its signature verifies.</param>
public sealed record Verification(
    GreenUnit Unit, Publication Publication, string Row, string LeafHash, IReadOnlyList<MerkleStep> Proof, bool RowHolds, bool DocumentHolds);

/// <summary>Outcome of a look-up: the unit when there is one, and its proof when a signed list of the platform names it.</summary>
public sealed record VerificationResult(GreenUnit? Unit, Verification? Verification);

/// <summary>Proves that a unit stands in the latest signed list that names it; at most four queries.</summary>
public sealed class VerifyQuery(PortalDbContext db)
{
    /// <summary>Looks a unit up by certificate number or credit code, exactly.</summary>
    public async Task<VerificationResult> VerifyAsync(string? code, CancellationToken cancellation)
    {
        var text = (code ?? "").Normalize(System.Text.NormalizationForm.FormKC).Trim().ToUpperInvariant();
        var creditCode = Domain.Organisations.CreditCode.FromStored(text);
        var unit = await db.GreenUnits.AsNoTracking()
            .FirstOrDefaultAsync(row => row.CreditCode == creditCode || db.Honours.Any(honour => honour.GreenUnitId == row.Id && honour.CertificateNumber == text), cancellation);
        var row = unit is null
            ? null
            : await db.PublicationRows.AsNoTracking().Where(line => line.GreenUnitId == unit.Id).OrderByDescending(line => line.Id).FirstOrDefaultAsync(cancellation);
        if (unit is null || row is null)
        {
            return new VerificationResult(unit, null);
        }

        var publication = await db.Publications.AsNoTracking().FirstAsync(line => line.Id == row.PublicationId, cancellation);
        var leaves = await db.PublicationRows.Where(line => line.PublicationId == row.PublicationId).OrderBy(line => line.Position).Select(line => line.LeafHash).ToListAsync(cancellation);
        var proof = MerkleTree.Proof(leaves, row.Position - 1);
        return new VerificationResult(unit, new Verification(
            unit,
            publication,
            row.Text,
            row.LeafHash,
            proof,
            MerkleTree.Verify(row.Text, proof, publication.MerkleRoot),
            Scoring.Json.CanonicalJson.Hash(publication.Document) == publication.ContentHash
                && ListSigner.Verify(publication.Document, publication.Signature, publication.PublicKeyPem)));
    }
}
