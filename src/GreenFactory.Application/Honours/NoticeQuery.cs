using GreenFactory.Application.Data;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A row of a notice: what was signed, and the key by which one objects to it.</summary>
public sealed record NoticedUnit(NoticeRowId Id, DeclarationId DeclarationId, ListedRow Row);

/// <summary>A notice with its rows and, once there is one, the publication that followed with the explained differences.</summary>
/// <param name="Check">Whether the notice is what was signed. Where it is not, there are no rows.</param>
/// <param name="AcceptsObjections">Whether objections are accepted now.</param>
public sealed record NoticePage(
    Notice Notice, ListCheck Check, IReadOnlyList<NoticedUnit> Rows, bool AcceptsObjections, Publication? Publication, IReadOnlyList<ListedDifference> Differences);

/// <summary>Reads a public notice out of what was signed; at most three queries.</summary>
public sealed class NoticeQuery(PortalDbContext db, MunicipalityCodeReader codes, ListVerifier verifier, TimeProvider clock)
{
    /// <summary>The notice, or null.</summary>
    public async Task<NoticePage?> ReadAsync(NoticeId id, CancellationToken cancellation)
    {
        if (await db.Notices.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } notice)
        {
            return null;
        }

        var municipality = await codes.ReadAsync(cancellation);
        var check = verifier.Check(municipality, notice.Document, notice.ContentHash, notice.MerkleRoot, notice.Signature);
        var keys = await db.NoticeRows.AsNoTracking().Where(row => row.NoticeId == id).ToDictionaryAsync(row => row.Position, row => new { row.Id, row.DeclarationId }, cancellation);
        List<NoticedUnit> rows = check.Holds
            ? [.. check.Document!.Rows.Where(row => keys.ContainsKey(row.Position)).Select(row => new NoticedUnit(keys[row.Position].Id, keys[row.Position].DeclarationId, row))]
            : [];
        var publication = await db.Publications.AsNoTracking().FirstOrDefaultAsync(row => row.NoticeId == id, cancellation);
        var published = publication is null ? null : verifier.Check(municipality, publication.Document, publication.ContentHash, publication.MerkleRoot, publication.Signature);
        return new NoticePage(
            notice, check, rows, check.Holds && notice.AcceptsObjections(clock.GetUtcNow()), publication, published is { Holds: true } ? published.Document!.Differences : []);
    }
}
