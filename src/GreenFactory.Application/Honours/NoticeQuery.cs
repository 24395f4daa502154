using GreenFactory.Application.Clock;
using GreenFactory.Application.Data;
using GreenFactory.Application.RuleLibrary;
using GreenFactory.Application.Signing;
using GreenFactory.Domain.Honours;
using GreenFactory.Domain.Shared;
using Microsoft.EntityFrameworkCore;

namespace GreenFactory.Application.Honours;

/// <summary>A row of a notice: what was signed, and the key by which one objects to it.</summary>
public sealed record NoticedUnit(NoticeRowId Id, DeclarationId DeclarationId, ListedRow Row)
{
    /// <summary>Name of the rule set that gave the points, and its version.</summary>
    public string RuleSetName { get; init; } = Row.RuleSet;
}

/// <summary>A notice with its rows and, once there is one, the publication that followed with the explained differences.</summary>
/// <param name="Check">Whether the notice is what was signed. Where it is not, there are no rows.</param>
/// <param name="AcceptsObjections">Whether objections are accepted now.</param>
public sealed record NoticePage(
    Notice Notice, ListCheck Check, IReadOnlyList<NoticedUnit> Rows, bool AcceptsObjections, PublicationPage? Publication, IReadOnlyList<ListedDifference> Differences)
{
    /// <summary>The notice to which this one is an addition; null for a notice of its own.</summary>
    public NoticeId? SupplementTo => Notice.SupplementTo;

    /// <summary>Additions to this notice, the first first.</summary>
    public IReadOnlyList<NoticeId> Supplements { get; init; } = [];

    /// <summary>Title as signed; as registered where the check does not hold.</summary>
    public string Title => Check is { Holds: true, Document: { } signed } ? signed.Heading.Title : Notice.Title;

    /// <summary>From when to when it stands, as signed; as registered where the check does not hold.</summary>
    public NoticeSpan Span => Check is { Holds: true, Document: { } signed } ? NoticeSpan.Of(signed) : new NoticeSpan(Notice.OpensAt, Notice.EndsAt);

    /// <summary>What the platform registers otherwise than it was signed, in Chinese.</summary>
    public IReadOnlyList<string> Faults =>
    [
        .. Notice.Title == Title ? [] : new[] { $"平台登记的公示标题为“{Notice.Title}”，签名的名单中为“{Title}”。" },
        .. SameSecond(Notice.EndsAt, Span.EndsAt) ? [] : new[] { $"平台登记的公示截止时间为 {ChinaTime.Deadline(Notice.EndsAt)}，签名的名单中为 {ChinaTime.Deadline(Span.EndsAt)}。" },
        .. Rows.All(row => row.Id != default) ? [] : new[] { "签名的名单中有的单位，平台没有登记。" },
    ];

    private static bool SameSecond(DateTimeOffset one, DateTimeOffset other) => ChinaTime.Exact(one) == ChinaTime.Exact(other);
}

/// <summary>Reads a public notice out of what was signed; at most five queries.</summary>
public sealed class NoticeQuery(PortalDbContext db, MunicipalityCodeReader codes, ListVerifier verifier, RuleSetNameReader names, TimeProvider clock)
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
            ? [.. check.Document!.Rows.Select(row => keys.GetValueOrDefault(row.Position) is { } key ? new NoticedUnit(key.Id, key.DeclarationId, row) : new NoticedUnit(default, default, row))]
            : [];
        var named = await names.ReadAsync([.. rows.Select(row => row.Row.RuleSet)], cancellation);
        rows = [.. rows.Select(row => row with { RuleSetName = named.GetValueOrDefault(row.Row.RuleSet, row.Row.RuleSet) })];
        var publication = await db.Publications.AsNoTracking().FirstOrDefaultAsync(row => row.NoticeId == id, cancellation);
        var published = publication is null ? null : verifier.Check(municipality, publication.Document, publication.ContentHash, publication.MerkleRoot, publication.Signature);
        var differences = published is { Holds: true } ? published.Document!.Differences : [];
        var now = clock.GetUtcNow();
        var span = check.Holds ? NoticeSpan.Of(check.Document!) : null;
        return new NoticePage(
            notice,
            check,
            rows,
            span is not null && notice.ClosedAt is null && now >= span.OpensAt && now < span.EndsAt,
            publication is null ? null : new PublicationPage(publication, published!, [], differences),
            differences)
        {
            Supplements = await db.Notices.Where(row => row.SupplementTo == id).OrderBy(row => row.OpensAt).Select(row => row.Id).ToListAsync(cancellation),
        };
    }
}
