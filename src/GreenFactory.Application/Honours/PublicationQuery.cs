using GreenFactory.Application.Data;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A unit of a published list, as it was signed.</summary>
/// <param name="GreenUnitId">Its page in the register.</param>
/// <param name="Row">What was signed.</param>
public sealed record PublishedUnit(GreenUnitId GreenUnitId, ListedRow Row);

/// <summary>
/// A published list with the explained differences to its notice, its title and number as they were signed. Where the check does not hold there are
/// neither units nor differences.
/// </summary>
public sealed record PublicationPage(Publication Publication, ListCheck Check, IReadOnlyList<PublishedUnit> Units, IReadOnlyList<ListedDifference> Differences)
{
    /// <summary>Title as signed; as registered where the check does not hold.</summary>
    public string Title => Check is { Holds: true, Document: { } signed } ? signed.Heading.Title : Publication.Title;

    /// <summary>Number of the document as signed; as registered where the check does not hold.</summary>
    public string DocumentNumber => Check is { Holds: true, Document: { } signed } ? SignedNumber(signed) : Publication.DocumentNumber;

    /// <summary>When it was published, as signed; as registered where the check does not hold.</summary>
    public DateTimeOffset PublishedAt => Check is { Holds: true, Document: { } signed } ? signed.Heading.SignedAt : Publication.PublishedAt;

    /// <summary>What the platform registers otherwise than it was signed, in Chinese.</summary>
    public IReadOnlyList<string> Faults => Check is { Holds: true, Document: { } signed } ? HeadingFaults(Publication, signed) : [];

    /// <summary>What is registered of a list and differs from its signed heading, in Chinese.</summary>
    internal static IReadOnlyList<string> HeadingFaults(Publication registered, SignedDocument signed) =>
    [
        .. registered.Title == signed.Heading.Title ? [] : new[] { $"平台登记的名单标题为“{registered.Title}”，签名的名单中为“{signed.Heading.Title}”。" },
        .. registered.DocumentNumber == SignedNumber(signed) ? [] : new[] { $"平台登记的文号为“{registered.DocumentNumber}”，签名的名单中为“{SignedNumber(signed)}”。" },
    ];

    private static string SignedNumber(SignedDocument signed) => signed.Heading.More.GetValueOrDefault("documentNumber", "");
}

/// <summary>Reads a published list out of what was signed; two queries.</summary>
public sealed class PublicationQuery(PortalDbContext db, MunicipalityCodeReader codes, ListVerifier verifier)
{
    /// <summary>The publication, or null.</summary>
    public async Task<PublicationPage?> ReadAsync(PublicationId id, CancellationToken cancellation)
    {
        if (await db.Publications.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, cancellation) is not { } publication)
        {
            return null;
        }

        var check = verifier.Check(await codes.ReadAsync(cancellation), publication.Document, publication.ContentHash, publication.MerkleRoot, publication.Signature);
        if (!check.Holds)
        {
            return new PublicationPage(publication, check, [], []);
        }

        var pages = await db.PublicationRows.Where(row => row.PublicationId == id).Select(row => new { row.Position, row.GreenUnitId }).ToDictionaryAsync(row => row.Position, row => row.GreenUnitId, cancellation);
        return new PublicationPage(publication, check, [.. check.Document!.Rows.Select(row => new PublishedUnit(pages.GetValueOrDefault(row.Position), row))], check.Document.Differences);
    }
}
