using GreenFactory.Application.Access;
using GreenFactory.Application.Data;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>Where a list is stored: enough to know whether its check is kept.</summary>
/// <param name="Id">Key of the list.</param>
/// <param name="RowVersion">Version of its row: the check is made again after any write to it, of the document alone too.</param>
/// <param name="ContentHash">Its hash as stored.</param>
/// <param name="MerkleRoot">Its root as stored.</param>
/// <param name="Signature">Its signature as stored.</param>
internal sealed record ListHead(Guid Id, uint RowVersion, string ContentHash, string MerkleRoot, string Signature)
{
    /// <summary>What a kept check must have been made from.</summary>
    public string Seal => $"{RowVersion} {ContentHash} {MerkleRoot} {Signature}";
}

/// <summary>Reads signed lists, each verified once. The documents themselves are read when a list is new to the program: one query, a second for those.</summary>
public sealed class SignedRegisterReader(PortalDbContext db, CurrentAccess access, MunicipalityCodeReader codes, ListVerifier verifier, SignedLists lists)
{
    /// <summary>The units of all publications of the municipality that hold.</summary>
    public async Task<SignedRegister> ReadAsync(CancellationToken cancellation)
    {
        var heads = await db.Publications.Select(row => new ListHead(row.Id.Value, EF.Property<uint>(row, TenantModel.RowVersion), row.ContentHash, row.MerkleRoot, row.Signature)).ToListAsync(cancellation);
        var checks = await PublicationsAsync(heads, cancellation);
        var held = checks.Where(check => check.Value is { Holds: true, Document.Heading.Kind: SignedDocument.Publication }).OrderBy(check => check.Key).ToList();
        var version = string.Join('\n', held.Select(check => $"{check.Key} {heads.Find(head => head.Id == check.Key)!.Seal}"));
        return lists.Register(access.Scope.Municipality, version, () => new SignedRegister(version, held.Select(check => new HeldList(new PublicationId(check.Key), check.Value.Document!))));
    }

    /// <summary>Checks publications.</summary>
    internal Task<IReadOnlyDictionary<Guid, ListCheck>> PublicationsAsync(IReadOnlyList<ListHead> heads, CancellationToken cancellation) => ChecksAsync(
        heads,
        ids => db.Publications.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Document }).ToDictionaryAsync(row => row.Id.Value, row => row.Document, cancellation),
        id => new PublicationId(id),
        cancellation);

    /// <summary>Checks notices.</summary>
    internal Task<IReadOnlyDictionary<Guid, ListCheck>> NoticesAsync(IReadOnlyList<ListHead> heads, CancellationToken cancellation) => ChecksAsync(
        heads,
        ids => db.Notices.Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.Document }).ToDictionaryAsync(row => row.Id.Value, row => row.Document, cancellation),
        id => new NoticeId(id),
        cancellation);

    private async Task<IReadOnlyDictionary<Guid, ListCheck>> ChecksAsync<TId>(
        IReadOnlyList<ListHead> heads, Func<IReadOnlyList<TId>, Task<Dictionary<Guid, string>>> documents, Func<Guid, TId> key, CancellationToken cancellation)
    {
        var kept = heads.ToDictionary(head => head.Id, head => lists.Find(head.Id, head.Seal));
        if (kept.ContainsValue(null))
        {
            var municipality = await codes.ReadAsync(cancellation);
            var read = await documents([.. heads.Where(head => kept[head.Id] is null).Select(head => key(head.Id))]);
            foreach (var head in heads.Where(head => kept[head.Id] is null))
            {
                kept[head.Id] = lists.Keep(head.Id, head.Seal, verifier.Check(municipality, read.GetValueOrDefault(head.Id, ""), head.ContentHash, head.MerkleRoot, head.Signature));
            }
        }

        return kept.ToDictionary(check => check.Key, check => check.Value!);
    }
}
